using System.Globalization;
using LiqIndicators.Workbench.Packages.Algos;
using LiqIndicators.Workbench.Packages.Reading;

namespace LiqIndicators.Workbench.Packages.Packing;

/// <summary>Holds a package against the class it was built from, and against what we promise of every package.</summary>
internal static class AlgoCheck
{
    /// <summary>The platform's store refuses more.</summary>
    internal const long MostBytes = 10_000_000;

    /// <summary>Everything that is wrong; empty when it may ship.</summary>
    /// <param name="reading">What the package says.</param>
    /// <param name="face">What the class says.</param>
    internal static IReadOnlyList<string> Problems(AlgoReading reading, AlgoFace face)
    {
        if (reading.Metadata is not AlgoMetadata metadata)
        {
            return [$"cannot be read: {reading.Reason}"];
        }

        List<string> problems = [];
        Expect(problems, reading.FileBytes < MostBytes, $"has {reading.FileBytes} bytes; expected fewer than {MostBytes}");
        Expect(problems, reading.PayloadBytes > 0, $"holds no code");
        Expect(problems, !metadata.AsksForFullTrust && face.AccessRights == "None", $"asks for access rights; expected none");
        Expect(problems, Has(metadata.Flags, face.Kind), $"is of kind '{metadata.Flags}'; expected {face.Kind}");
        Expect(
            problems,
            Has(metadata.TargetFramework, "net6.0") || Has(metadata.TargetFramework, "Version=v6.0"),
            $"targets '{metadata.TargetFramework}'; expected net6.0");
        AlgoTypeMetadata[] types = [.. (metadata.Types ?? []).Where(type => type is not null)];
        Expect(problems, types.Length == 1, $"holds {types.Length} algo classes; expected 1");
        if (types.Length == 1)
        {
            CompareType(problems, types[0], face);
        }

        return problems;
    }

    private static void CompareType(List<string> problems, AlgoTypeMetadata type, AlgoFace face)
    {
        string shortName = face.TypeName[(face.TypeName.LastIndexOf('.') + 1)..];
        Expect(problems, type.TypeName == face.TypeName || type.TypeName == shortName, $"is of class '{type.TypeName}'; expected {face.TypeName}");
        Expect(problems, type.FriendlyName == face.Name, $"is called '{type.FriendlyName}'; expected '{face.Name}'");
        Compare(problems, "input", (type.Parameters ?? []).Select(input => input?.Shown), face.Inputs.Select(input => input.Name));
        Compare(problems, "output", (type.Lines ?? []).Select(line => line?.Shown), face.Outputs.Select(output => output.Name));
    }

    private static void Compare(List<string> problems, string what, IEnumerable<string?> found, IEnumerable<string> expected)
    {
        string[] has = [.. found.Select(name => name ?? "")];
        string[] should = [.. expected];
        problems.AddRange(should.Except(has).Select(name => $"lacks the {what} '{name}'"));
        problems.AddRange(has.Except(should).Select(name => $"has the {what} '{name}', which the class does not have"));
    }

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    private static void Expect(List<string> problems, bool isSo, FormattableString otherwise)
    {
        if (!isSo)
        {
            problems.Add(ClearText.Of(otherwise.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
