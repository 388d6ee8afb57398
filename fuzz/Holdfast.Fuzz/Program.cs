using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Holdfast.Fuzz;

// Holdfast.Fuzz <format|archive|merge|screenshot> [--seconds N] [--seed N] [--once] <seed files or folders>
// --once runs the files as they are and lets an exception through, for drivers such as AFL and libFuzzer.
if (args.Length < 2)
{
    Console.Error.WriteLine("usage: Holdfast.Fuzz <format|archive|merge|screenshot> [--seconds N] [--seed N] [--once] <seed files or folders>");
    return 2;
}

var (seconds, seed, once) = (60, 1, false);
var seeds = new List<string>();
for (var i = 1; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--seconds":
            seconds = int.Parse(args[++i], CultureInfo.InvariantCulture);
            break;
        case "--seed":
            seed = int.Parse(args[++i], CultureInfo.InvariantCulture);
            break;
        case "--once":
            once = true;
            break;
        default:
            if (Directory.Exists(args[i]))
                seeds.AddRange(Directory.GetFiles(args[i], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
            else
                seeds.Add(args[i]);
            break;
    }
}

var target = Target.ByName(args[0]);
if (once)
{
    foreach (var file in seeds)
        target.Run(File.ReadAllBytes(file));
    return 0;
}

var inputs = seeds.Select(f => (Name: f, Bytes: File.ReadAllBytes(f))).Where(f => f.Bytes.Length < 1 << 20).ToList();
if (inputs.Count == 0)
{
    Console.Error.WriteLine("no seed files");
    return 2;
}

var mutator = new Mutator(seed, target.Words);
var clock = Stopwatch.StartNew();
var crashes = new HashSet<string>(StringComparer.Ordinal);
long runs = 0;
var slowest = TimeSpan.Zero;
while (clock.Elapsed.TotalSeconds < seconds)
{
    var (name, bytes) = inputs[mutator.Below(inputs.Count)];
    var input = mutator.Mutate(bytes, inputs[mutator.Below(inputs.Count)].Bytes);
    var before = clock.Elapsed;
    try
    {
        target.Run(input);
    }
    catch (Exception e)
    {
        // One file for each place that fails, not for each input.
        var where = e.GetType().Name + " " + (e.StackTrace ?? "").Split('\n').FirstOrDefault(l => l.Contains("Holdfast", StringComparison.Ordinal));
        if (crashes.Add(where))
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(input))[..16];
            var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(name))!, "crash-" + hash);
            File.WriteAllBytes(path, input);
            Console.WriteLine($"{path}: {e.GetType().Name}: {(e is InvariantException ? e.Message : where)}");
        }
    }

    var took = clock.Elapsed - before;
    if (took > slowest)
    {
        slowest = took;
        if (took.TotalSeconds > 2)
            Console.WriteLine($"slow: {took.TotalSeconds:F1} s for {input.Length} bytes (run {runs}, seed {seed})");
    }

    runs++;
}

Console.WriteLine($"{target.Name}: {runs} runs, {crashes.Count} different failures, slowest {slowest.TotalMilliseconds:F0} ms");
return crashes.Count == 0 ? 0 : 1;
