using System.CommandLine;
using Holdfast.Findings;
using Holdfast.Guidance;

namespace Holdfast.Cli.Commands;

/// <summary>The arguments and options that several verbs share, so that they read the same everywhere.</summary>
internal static class SharedOptions
{
    public static Argument<string[]> Files(ArgumentArity arity)
    {
        var argument = new Argument<string[]>("files") { Description = "files, folders or zips; - reads standard input", Arity = arity };
        argument.Validators.Add(result =>
        {
            // A mistyped option must not be taken for the name of a file.
            foreach (var token in result.Tokens.Where(token => token.Value.Length > 1 && token.Value[0] == '-' && !Path.Exists(token.Value)))
            {
                result.AddError($"There is no option {token.Value}.");
            }
        });
        return argument;
    }

    /// <summary>An option that names a file which must be there; said before any work is done.</summary>
    public static Option<string?> ExistingFile(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.Tokens[0].Value is var path && path != "-" && !File.Exists(path))
            {
                result.AddError($"The file given with {name} is not there. Check its name and try again.");
            }
        });
        return option;
    }

    public static Option<bool> Json() => new("--json") { Description = "print one JSON object" };

    public static Option<bool> JsonLines() => new("--jsonl") { Description = "print one JSON object a line for each file, with its path in \"input\"" };

    public static Option<string?> Country()
    {
        var option = new Option<string?>("--country") { Description = "your country, two letters (GB, IT, US …); it is never guessed" };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && !CountryCode.TryParse(result.Tokens[0].Value, out _))
            {
                result.AddError("--country takes two letters, such as GB, IT or US");
            }
        });
        return option;
    }

    public static Option<string?> Language()
    {
        var option = new Option<string?>("--lang") { Description = "language of the answer: en or it" };
        option.AcceptOnlyFromAmong("en", "it");
        return option;
    }

    public static RecogniserOptions Recognising(string? country) => new()
    {
        Phones = new Phones.LibPhoneNumbers(),
        Country = country is not null && CountryCode.TryParse(country, out var code) ? code.Letters : null,
    };

    public static CountryCode? ToCountry(string? country) =>
        country is not null && CountryCode.TryParse(country, out var code) ? code : null;
}
