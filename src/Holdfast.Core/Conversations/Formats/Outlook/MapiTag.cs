namespace Holdfast.Conversations.Formats.Outlook;

/// <summary>The properties that are asked for ([MS-OXPROPS]).</summary>
internal static class MapiTag
{
    internal const ushort Subject = 0x0037;
    internal const ushort SubmitTime = 0x0039;
    internal const ushort RepresentingName = 0x0042;
    internal const ushort RepresentingAddress = 0x0065;
    internal const ushort TransportHeaders = 0x007D;
    internal const ushort SenderName = 0x0C1A;
    internal const ushort SenderAddressType = 0x0C1E;
    internal const ushort SenderAddress = 0x0C1F;
    internal const ushort DeliveryTime = 0x0E06;
    internal const ushort Body = 0x1000;
    internal const ushort CompressedRtf = 0x1009;
    internal const ushort Html = 0x1013;
    internal const ushort MessageId = 0x1035;
    internal const ushort DisplayName = 0x3001;
    internal const ushort AttachData = 0x3701;
    internal const ushort AttachShortName = 0x3704;
    internal const ushort AttachLongName = 0x3707;
    internal const ushort AttachType = 0x370E;
    internal const ushort InternetCodePage = 0x3FDE;
    internal const ushort CodePage = 0x3FFD;
    internal const ushort SenderSmtpAddress = 0x5D01;
    internal const ushort RepresentingSmtpAddress = 0x5D02;

    /// <summary>The first of January 2200: Outlook writes the year 4501 where there is no time.</summary>
    internal const long LatestTime = 189_030_240_000_000_000;
}
