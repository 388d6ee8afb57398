using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Holdfast.Packs.Tests;

/// <summary>An invented pack, and its files as a dictionary that tests change and put together again.</summary>
internal sealed class TestPack
{
    private TestPack(SealedPack result, byte[] zip, SealKey key)
    {
        (Sealed, Zip, Key) = (result, zip, key);
        using var archive = new ZipArchive(new MemoryStream(zip));
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            Files[entry.FullName[(entry.FullName.IndexOf('/') + 1)..]] = bytes.ToArray();
        }
    }

    public SealedPack Sealed { get; }
    public byte[] Zip { get; }
    public SealKey Key { get; }
    public SortedDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Picture { get; } = Bytes("not a picture, but it stands for one");

    /// <summary>The same bytes for the same seed.</summary>
    public static Action<Span<byte>> Randomness(int seed)
    {
        var counter = 0;
        return span =>
        {
            Span<byte> input = stackalloc byte[8];
            for (var i = 0; i < span.Length; i++)
            {
                BinaryPrimitives.WriteInt32LittleEndian(input, seed);
                BinaryPrimitives.WriteInt32LittleEndian(input[4..], counter++);
                span[i] = SHA256.HashData(input)[0];
            }
        };
    }

    public static SealKey MakeKey(int seed = 1) => SealKey.Create(Randomness(seed), new TestClock(TestClock.Start));

    public static PackOptions MakeOptions(SealKey? key = null, DateTimeOffset? start = null) => new()
    {
        Clock = new TestClock(start ?? TestClock.Start),
        Key = key ?? MakeKey(),
        Tool = "holdfast-test/0.1",
    };

    public static void Fill(PackBuilder builder)
    {
        var text = Bytes("06/01/2025, 09:00 - example.user: pay\n");
        var chat = builder.Add(PackSource.FromBytes("Chat with example.user.txt", "text/plain", text));
        builder.Add(PackSource.FromBytes("last chance.eml", "message/rfc822", Bytes("From: nobody@example.com\n\npay\n")));
        var picture = builder.Withhold(PackSource.FromBytes(null, "image/jpeg", Picture), WithheldReason.MarkedIntimate);
        builder.AddDerived(PackSource.FromBytes("typed.txt", "text/plain", Bytes("what the picture says\n")), picture.Number);
        builder.AddIdentifier(new IdentifierRow("phone", "+44 7700 900123", "+447700900123", chat.Number, "2025-01-06"));
        builder.AddNote("It began last night.", chat.Number);
        builder.AddReport("report.txt", Bytes($"Report on {builder.Id}\n"));
        builder.AddMetadata("case.jsonld", Bytes("{}\n"));
    }

    public static TestPack Make(Action<PackBuilder>? fill = null, PackOptions? options = null)
    {
        options ??= MakeOptions();
        var builder = new PackBuilder(options);
        (fill ?? Fill)(builder);
        using var output = new MemoryStream();
        var result = builder.Seal(output);
        return new TestPack(result, output.ToArray(), options.Key);
    }

    /// <summary>Writes both manifests anew and, given a key, a new seal: what an attacker without or with the key can do.</summary>
    public void Reseal(SealKey? key)
    {
        var info = Encoding.ASCII.GetString(Files[PackLayout.BagInfo]);
        var payload = Files.Where(f => f.Key.StartsWith(PackLayout.Payload, StringComparison.Ordinal)).ToList();
        var oxum = $"Payload-Oxum: {payload.Sum(f => f.Value.LongLength)}.{payload.Count}";
        Files[PackLayout.BagInfo] = Bytes(string.Join(
            '\n', info.Split('\n').Select(l => l.StartsWith("Payload-Oxum", StringComparison.Ordinal) ? oxum : l)));
        Files[PackLayout.Manifest] = Manifest.Write(payload.Select(f => (f.Key, Sha256Digest.Of(f.Value))));
        Files[PackLayout.TagManifest] = Manifest.Write(Files
            .Where(f => !f.Key.StartsWith(PackLayout.Payload, StringComparison.Ordinal)
                && !f.Key.StartsWith(PackLayout.Seal, StringComparison.Ordinal) && f.Key != PackLayout.TagManifest)
            .Select(f => (f.Key, Sha256Digest.Of(f.Value))));
        if (key is null)
            return;
        Files[PackLayout.Signature] = SealSignature.Make(key, Files[PackLayout.TagManifest], TestClock.Start);
        Files[PackLayout.Signer] = Bytes(key.CertificatePem);
    }

    /// <summary>Puts new count and head of the log into bag-info.txt.</summary>
    public void StateCustody()
    {
        var log = CustodyReading.Read(Files[PackLayout.Custody]);
        Files[PackLayout.BagInfo] = Bytes(string.Join('\n', Encoding.ASCII.GetString(Files[PackLayout.BagInfo]).Split('\n').Select(l =>
            l.StartsWith("Custody-Entries", StringComparison.Ordinal) ? $"Custody-Entries: {log.Count}"
            : l.StartsWith("Custody-Head", StringComparison.Ordinal) ? $"Custody-Head: sha256:{log.Head}" : l)));
    }

    /// <summary>The files as a ZIP of our own kind.</summary>
    public byte[] ToZip()
    {
        using var output = new MemoryStream();
        using var zip = new ZipWriter(output);
        foreach (var (path, bytes) in Files)
            zip.Write($"{Sealed.Id}/{path}", ContentDigest.Of(bytes), new MemoryStream(bytes));
        zip.Finish();
        return output.ToArray();
    }

    public PackReport Verify(PackVerifyOptions? options = null) => VerifyZip(ToZip(), options);

    public static PackReport VerifyZip(byte[] zip, PackVerifyOptions? options = null) =>
        Assert.IsType<PackReport>(PackVerifier.Verify(new MemoryStream(zip), options));

    public static PackFolder ToFolder(IEnumerable<KeyValuePair<string, byte[]>> files) =>
        new([.. files.Select(f => new PackFolderFile(f.Key, f.Value.Length, IsLink: false, () => new MemoryStream(f.Value)))]);
}
