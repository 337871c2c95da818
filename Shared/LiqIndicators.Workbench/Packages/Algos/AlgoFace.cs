namespace LiqIndicators.Workbench.Packages.Algos;

/// <summary>What users and other algos see of an algo class: its attributes. Names of inputs and outputs are public API, for saved templates hold them.</summary>
/// <param name="Kind">Indicator or Robot.</param>
/// <param name="TypeName">Full name of the class.</param>
/// <param name="Name">Name that the user sees.</param>
/// <param name="AccessRights">What it asks for.</param>
/// <param name="TimeZone">Zone of its times.</param>
/// <param name="IsOverlay">Whether it draws on the price chart.</param>
/// <param name="Levels">Named heights of its window.</param>
/// <param name="Inputs">In the order of the class.</param>
/// <param name="Outputs">In the order of the class.</param>
internal sealed record AlgoFace(
    string Kind,
    string TypeName,
    string Name,
    string AccessRights,
    string TimeZone,
    bool IsOverlay,
    IReadOnlyList<double> Levels,
    IReadOnlyList<AlgoInput> Inputs,
    IReadOnlyList<AlgoOutput> Outputs);

/// <summary>An input; null where its attribute says nothing.</summary>
/// <param name="Property">Name of the property.</param>
/// <param name="Name">Name that the user sees.</param>
/// <param name="Group">Heading it stands under.</param>
/// <param name="Type">Short name of its type.</param>
/// <param name="Default">What it is at first.</param>
/// <param name="Min">Least value.</param>
/// <param name="Max">Largest value.</param>
/// <param name="Step">By how much the arrows change it.</param>
/// <param name="Choices">Names of an enumeration's values, in order; empty for other types.</param>
/// <param name="Description">What it does.</param>
internal sealed record AlgoInput(
    string Property,
    string Name,
    string? Group,
    string Type,
    string? Default,
    string? Min,
    string? Max,
    string? Step,
    IReadOnlyList<string> Choices,
    string? Description);

/// <summary>An output.</summary>
/// <param name="Property">Name of the property, by which other algos read it.</param>
/// <param name="Name">Name that the user sees.</param>
/// <param name="Plot">How it is drawn.</param>
/// <param name="Color">Its colour at first; Transparent for outputs that only other algos read.</param>
internal sealed record AlgoOutput(string Property, string Name, string Plot, string? Color);
