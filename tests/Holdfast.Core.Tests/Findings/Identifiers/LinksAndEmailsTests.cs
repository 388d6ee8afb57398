using Holdfast.Findings.Identifiers;

namespace Holdfast.Core.Tests.Findings.Identifiers;

public sealed class LinksAndEmailsTests
{
    [Theory]
    [InlineData("see https://example.com/a?b=1.", "url https://example.com/a?b=1")]
    [InlineData("HTTPS://WWW.Example.COM/Path", "url https://www.example.com/Path")]
    [InlineData("http://user:pw@example.org:8080/x", "url http://example.org:8080/x")]
    [InlineData("www.example.it", "url www.example.it")]
    [InlineData("go to shop.example.co.uk now", "url shop.example.co.uk")]
    [InlineData("(see http://example.com/a_(b))", "url http://example.com/a_(b)")]
    [InlineData("http://192.0.2.1/login", "url http://192.0.2.1/login")]
    [InlineData("ein.link/abc", "url ein.link/abc")]
    [InlineData("hxxps://example[.]com/x", "url https://example.com/x")]
    [InlineData("hxxp[:]//example[.]net", "url http://example.net")]
    [InlineData("example dot com slash me", "url example.com")]
    [InlineData("example (dot) org", "url example.org")]
    [InlineData("my site example\u200B.c\u200Bom", "url example.com")]
    [InlineData("ｅｘａｍｐｌｅ．ｃｏｍ", "url example.com")]
    [InlineData("https://ex\u0430mple.com", "url https://example.com")]
    [InlineData("https://\u043F\u0440\u0438\u043C\u0435\u0440.com", "url https://\u043F\u0440\u0438\u043C\u0435\u0440.com")]
    public void A_link_is_found_however_it_is_written(string text, string expected) => Assert.Equal(expected, Finding.Summary(text));

    [Theory]
    [InlineData("write to Name.Sur+x@Example.COM.", "email name.sur+x@example.com")]
    [InlineData("mailto:a@example.co.uk", "email a@example.co.uk")]
    [InlineData("<a@example.org>,b@example.org", "email a@example.org | email b@example.org")]
    [InlineData("a@example.com.Thanks", "email a@example.com")]
    [InlineData("name (at) example [dot] com", "email name@example.com")]
    [InlineData("name[at]example.com", "email name@example.com")]
    [InlineData("name at example dot com", "email name@example.com")]
    [InlineData("name at mail dot example dot co dot uk", "email name@mail.example.co.uk")]
    [InlineData("nome chiocciola example punto com", "email nome@example.com")]
    [InlineData("nome chiocciola example punto it", "email nome@example.it")]
    [InlineData("nome(chiocciola)example.it", "email nome@example.it")]
    [InlineData("name @ example . com", "email name@example.com")]
    [InlineData("name @gmail.com", "email name@gmail.com")]
    [InlineData("n\u200Dame@ex\u0430mple.com", "email name@example.com")]
    [InlineData("\u0430nn\u0430@example.com", "email anna@example.com")]
    [InlineData("ｎａｍｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "email name@example.com")]
    [InlineData("𝗻𝗮𝗺𝗲@𝗲𝘅𝗮𝗺𝗽𝗹𝗲.𝗰𝗼𝗺", "email name@example.com")]
    public void An_e_mail_address_is_found_however_it_is_written(string text, string expected) => Assert.Equal(expected, Finding.Summary(text));

    [Theory]
    [InlineData("someone@localhost")]
    [InlineData("someone@example.notatld")]
    [InlineData("@@@ lol @")]
    [InlineData("a..b@-.com")]
    public void What_only_resembles_an_e_mail_address_is_left(string text) => Assert.Equal("", Finding.Summary(text));

    [Fact]
    public void Positions_are_those_of_the_original()
    {
        var text = "mail: n\u200Bame (at) ex\u0430mple [dot] com !";
        var match = Assert.Single(Finding.In(text));
        Assert.Equal("n\u200Bame (at) ex\u0430mple [dot] com", match.Seen);
        Assert.Equal(6, match.Start);
        Assert.Equal(match.Seen, text.Substring(match.Start, match.Length));
    }

    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData("a.b.example.co.uk", "example.co.uk")]
    [InlineData("a.b.c.kobe.jp", "b.c.kobe.jp")]
    [InlineData("x.city.kobe.jp", "city.kobe.jp")]
    [InlineData("www.ck", "www.ck")]
    [InlineData("a.b.test.ck", "b.test.ck")]
    [InlineData("co.uk", "")]
    [InlineData("com", "")]
    [InlineData("a.b.example.example", "example.example")]
    public void The_registrable_domain_follows_the_public_suffix_list(string host, string expected) =>
        Assert.Equal(expected, PublicSuffixes.Instance.RegistrableDomain(host).ToString());

    [Fact]
    public void The_registrable_domain_of_a_link_is_known()
    {
        Assert.True(WebAddress.TryParse("https://login.bank.example.co.uk/x", out var address));
        Assert.Equal("example.co.uk", address.RegistrableDomain);
        Assert.Equal("login.bank.example.co.uk", address.Host);
    }
}
