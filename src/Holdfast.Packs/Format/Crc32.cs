namespace Holdfast.Packs;

/// <summary>CRC-32 as ZIP uses it (APPNOTE 4.4.7), eight bytes at a time. It finds accidents; only SHA-256 finds intent.</summary>
internal struct Crc32
{
    private static readonly uint[] Tables = BuildTables();
    private uint _state;

    public readonly uint Value => _state;

    // The register starts as all ones; the default value of this struct stands for that.
    public void Append(ReadOnlySpan<byte> data) => _state = ~Run(~_state, data);

    private static uint Run(uint crc, ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<uint> t = Tables;
        while (data.Length >= 8)
        {
            crc ^= data[0] | (uint)data[1] << 8 | (uint)data[2] << 16 | (uint)data[3] << 24;
            crc = t[(int)(0x700 | crc & 0xFF)] ^ t[(int)(0x600 | crc >> 8 & 0xFF)]
                ^ t[(int)(0x500 | crc >> 16 & 0xFF)] ^ t[(int)(0x400 | crc >> 24)]
                ^ t[0x300 | data[4]] ^ t[0x200 | data[5]] ^ t[0x100 | data[6]] ^ t[data[7]];
            data = data[8..];
        }

        foreach (var b in data)
            crc = t[(int)((crc ^ b) & 0xFF)] ^ crc >> 8;
        return crc;
    }

    private static uint[] BuildTables()
    {
        var tables = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            var c = i;
            for (var k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ c >> 1 : c >> 1;
            tables[i] = c;
        }

        for (var i = 256; i < tables.Length; i++)
            tables[i] = tables[tables[i - 256] & 0xFF] ^ tables[i - 256] >> 8;
        return tables;
    }
}
