using System.IO.Compression;
using System.Text;

namespace Holdfast.Cli.Tests;

/// <summary>A folder of invented files for one test, removed afterwards.</summary>
internal sealed class TestCase : IDisposable
{
    internal const string Chat = """
        21/02/2024, 13:05 - Lena: hey, i have your nudes and screenshots of all your followers
        21/02/2024, 13:06 - Robin: what?? please dont send it
        21/02/2024, 13:07 - Lena: if you dont pay me $400 i will send your pics to all your friends and family
        21/02/2024, 13:08 - Lena: you have 2 hours. steam gift card, or call +44 7700 900123
        21/02/2024, 13:09 - Robin: You deleted this message

        """;

    internal const string Harmless = "21/02/2024, 13:05 - Ada: shall we meet at five?\n21/02/2024, 13:06 - Ben: yes, at the station\n";

    /// <summary>A list of requests: one, and nine a year later within two hours.</summary>
    internal static string Requests { get; } = $$"""
        {"relationships_follow_requests_received": [{{string.Join(",", Enumerable.Range(0, 10).Select(i =>
            $$"""{"title": "", "string_list_data": [{"href": "https://www.instagram.com/user{{i}}", "value": "user{{i}}", "timestamp": {{(i == 0 ? 1_680_000_000 : 1_714_000_000 + i * 900)}}}]}"""))}}]}
        """;

    /// <summary>The bytes of an invented picture: it has the shape of one and shows nothing.</summary>
    internal static byte[] Picture { get; } = Noise([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0], 9_000, 7);

    /// <summary>Another one, which the person calls safe.</summary>
    internal static byte[] SafePicture { get; } = Noise([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0], 6_000, 91);

    internal string Root { get; } = Directory.CreateTempSubdirectory("holdfast-test-").FullName;

    internal string this[string name] => Path.Combine(Root, name);

    internal string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    internal string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    internal string Zip(string name, params (string Name, byte[] Bytes)[] entries)
    {
        using var zip = ZipFile.Open(this[name], ZipArchiveMode.Create);
        foreach (var entry in entries)
        {
            using var stream = zip.CreateEntry(entry.Name).Open();
            stream.Write(entry.Bytes);
        }

        return this[name];
    }

    /// <summary>Makes a folder for output.</summary>
    internal string Folder(string name) => Directory.CreateDirectory(this[name]).FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static byte[] Noise(byte[] start, int length, uint seed)
    {
        var bytes = new byte[length];
        start.CopyTo(bytes, 0);
        for (var i = start.Length; i < length; i++)
        {
            seed = unchecked(seed * 1664525 + 1013904223);
            bytes[i] = (byte)(seed >> 24);
        }

        return bytes;
    }
}
