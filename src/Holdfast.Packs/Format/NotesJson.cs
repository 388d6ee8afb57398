namespace Holdfast.Packs;

/// <summary>A note in the person's own words. Private.</summary>
internal sealed record PackNote(string Id, DateTimeOffset At, ItemNumber? About, string Text)
{
    public override string ToString() => $"note {Id}";
}

/// <summary><c>metadata/notes.json</c>: the person's own words. The log names a note by its id and says nothing of its text.</summary>
internal static class NotesJson
{
    public static byte[] Write(IReadOnlyList<PackNote> notes) => ItemsJson.WriteFile(json =>
    {
        json.WriteStartArray("notes");
        foreach (var note in notes)
        {
            json.WriteStartObject();
            json.WriteString("note", note.Id);
            json.WriteString("time", CustodyLog.Timestamp(note.At));
            if (note.About is { } item)
                json.WriteString("item", item.ToString());
            json.WriteString("text", note.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
