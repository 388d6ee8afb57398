namespace Holdfast.Core.Tests.Conversations.Formats.TikTok;

public sealed class TikTokJsonReaderContract : ExportReaderContract
{
    protected override string Format => "tiktok-json";

    protected override string SampleName => "user_data_tiktok.json";

    protected override int Messages => 3;

    protected override string Sample => """
        {"Profile": {"Profile Information": {"ProfileMap": {"userName": "zoe.owner"}}},
         "Direct Messages": {"Chat History": {"ChatHistory": {
          "Chat History with mira.k:": [
           {"Date": "2021-03-01 10:00:05", "From": "mira.k", "Content": "schöne Grüße"},
           {"Date": "2021-03-01 10:01:00", "From": "zoe.owner", "comment": "hello you"}],
          "Chat History with tom.b:": [{"Date": "2021-03-02 10:01:00", "From": "tom.b", "Content": "https://www.tiktokv.com/share/video/1/"}]}}},
         "Activity": {"Follower List": {"FansList": [{"Date": "2021-03-01 09:00:00", "UserName": "mira.k"}]}}}
        """;
}
