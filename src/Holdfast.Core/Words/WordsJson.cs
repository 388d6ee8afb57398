using System.Text.Json.Serialization;

namespace Holdfast.Words;

/// <summary>How a file of words is read: flat, each key once.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class WordsJson : JsonSerializerContext;
