using System.Text;
using Holdfast.Conversations;
using Holdfast.Conversations.Formats.Meta;

namespace Holdfast.Core.Tests.Conversations.Formats.Meta;

public sealed class MetaListReaderTests
{
    [Theory]
    [InlineData("relationships_follow_requests_received", ContactRelation.RequestReceived)]
    [InlineData("relationships_follow_requests_sent", ContactRelation.RequestSent)]
    [InlineData("relationships_following", ContactRelation.Following)]
    [InlineData("relationships_followers", ContactRelation.Follower)]
    [InlineData("relationships_unfollowed_users", ContactRelation.Removed)]
    [InlineData("received_friend_requests_v2", ContactRelation.RequestReceived)]
    [InlineData("rejected_friend_requests_v2", ContactRelation.RequestDeclined)]
    [InlineData("removed_friends_v2", ContactRelation.Removed)]
    [InlineData("pending_follow_requests.html", ContactRelation.RequestSent)]
    [InlineData("recently_unfollowed_profiles.html", ContactRelation.Removed)]
    [InlineData("following_hashtags", null)]
    [InlineData("your_topics", null)]
    public void A_list_is_known_by_its_name(string name, ContactRelation? relation) => Assert.Equal(relation, ListNames.Relation(name));

    [Fact]
    public void A_followed_topic_is_not_claimed_as_a_list_of_people() =>
        Assert.False(Recognises("""{"relationships_following_hashtags":[{"title":"","string_list_data":[{"href":"https://www.instagram.com/explore/tags/hiking","value":"hiking","timestamp":1}]}]}"""));

    [Fact]
    public void Liked_posts_are_not_claimed_as_a_list_of_people() =>
        Assert.False(Recognises("""{"likes_media_likes":[{"title":"tom.b","string_list_data":[{"href":"https://www.instagram.com/p/x/","value":"y","timestamp":1}]}]}"""));

    [Fact]
    public void An_entry_that_names_nobody_is_kept_and_reported()
    {
        var read = StrictSink.Read(new MetaListReader(), """{"friends_v2":[{"timestamp":1700000000}]}""");
        Assert.Single(read.Contacts);
        Assert.Equal(ProblemKind.UnreadableBody, Assert.Single(read.Problems).Kind);
    }

    [Fact]
    public void An_empty_list_says_that_nothing_is_in_it() =>
        Assert.Equal(ProblemKind.NoMessages, Assert.Single(StrictSink.Read(new MetaListReader(), """{"friends_v2":[]}""").Problems).Kind);

    private static bool Recognises(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new MetaListReader().Recognises(new ExportHead(ExportFile.FromBytes("list.json", bytes), bytes, text));
    }
}
