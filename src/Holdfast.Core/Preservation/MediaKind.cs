namespace Holdfast.Preservation;

/// <summary>What the bytes of a file are, told from the bytes and never from the name.</summary>
public enum MediaKind
{
    /// <summary>No form that is known. It may show something, so it is treated like a picture.</summary>
    Unknown,

    /// <summary>Plain or marked-up text.</summary>
    Text,

    /// <summary>A still picture.</summary>
    Picture,

    /// <summary>A video, or a container that can hold one.</summary>
    Video,

    /// <summary>A sound recording.</summary>
    Sound,

    /// <summary>A document that can hold pictures (PDF, Office, RTF).</summary>
    Document,

    /// <summary>An archive or compressed file, which can hold anything.</summary>
    Archive,
}
