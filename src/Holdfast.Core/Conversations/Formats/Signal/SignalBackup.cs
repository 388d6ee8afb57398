namespace Holdfast.Conversations.Formats.Signal;

/// <summary>
/// Knows the encrypted backups of Signal on Android (<c>signal-….backup</c>), which nobody can read without their thirty digits: a
/// length, then a frame whose header holds an initialisation vector of 16 bytes and a salt of 32 (Signal-Android, Backups.proto).
/// </summary>
internal static class SignalBackup
{
    /// <summary>True when a file begins like such a backup.</summary>
    internal static bool Is(ReadOnlySpan<byte> head) =>
        head.Length > 60 && head.StartsWith<byte>([0, 0, 0]) && head[4] == 0x0A && head[6] == 0x0A && head[7] == 16 && head[24] == 0x12 && head[25] == 32;
}
