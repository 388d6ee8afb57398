using System.Text;
using Holdfast.Conversations;

namespace Holdfast.Core.Tests.Conversations.Formats.Email;

/// <summary>Parts in parts: what lies deeper than is read must be said.</summary>
public sealed class DeepMailTests
{
    [Fact]
    public void Text_within_the_limit_is_read_without_a_word()
    {
        var sink = Read(Nested(8), 10);
        Assert.Equal("pay me", Assert.Single(sink.Messages).Text?.Trim());
        Assert.Empty(sink.Problems);
    }

    [Theory]
    [InlineData(100, 64)]
    [InlineData(12, 10)]
    [InlineData(2, 0)]
    public void Text_deeper_than_the_limit_is_reported(int depth, int limit)
    {
        var sink = Read(Nested(depth), limit);
        Assert.DoesNotContain("pay me", Assert.Single(sink.Messages).Text ?? "", StringComparison.Ordinal);
        Assert.Contains(sink.Problems, problem => problem.Kind == ProblemKind.UnreadableBody);
    }

    [Fact]
    public void Every_depth_gives_the_text_or_a_problem()
    {
        for (var depth = 0; depth < 20; depth++)
        {
            var sink = Read(Nested(depth), 8);
            var isRead = Assert.Single(sink.Messages).Text?.Trim() == "pay me";
            Assert.NotEqual(isRead, sink.Problems.Any());
        }
    }

    [Fact]
    public void A_message_attached_deeper_than_the_limit_is_reported()
    {
        var mail = Nested(9).Replace("Content-Type: text/plain", "Content-Type: message/rfc822\n\nSubject: x", StringComparison.Ordinal);
        for (var limit = 0; limit < 12; limit++)
            Assert.NotEmpty(Read(mail, limit).Problems);
    }

    private static StrictSink Read(string mail, int limit)
    {
        var sink = new StrictSink();
        var options = new ReadingOptions { MaxMimeDepth = limit };
        ExportSet.Open([ExportFile.FromBytes("a.eml", Encoding.UTF8.GetBytes(mail))], options).Read(sink);
        return sink;
    }

    private static string Nested(int depth)
    {
        var mail = new StringBuilder("From: a@example.com\nTo: b@example.com\nSubject: x\nMIME-Version: 1.0\n");
        for (var i = 0; i < depth; i++)
            mail.Append($"Content-Type: multipart/mixed; boundary=\"b{i}x\"\n\n--b{i}x\n");
        mail.Append("Content-Type: text/plain\n\npay me\n");
        for (var i = depth - 1; i >= 0; i--)
            mail.Append($"--b{i}x--\n");
        return mail.ToString();
    }
}
