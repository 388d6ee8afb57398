namespace Holdfast.Core.Tests;

/// <summary>The folder <c>tests</c> of the repository, where texts and exports lie.</summary>
internal static class TestFolder
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Holdfast.slnx")))
            {
                return Path.Combine(folder.FullName, "tests");
            }
        }

        throw new DirectoryNotFoundException("the tests run inside a checkout");
    }
}
