using SkiaSharp;

namespace LiqIndicators.Terminal.Rendering.Fonts;

/// <summary>The faces carried inside this assembly, the only ones ever drawn with.</summary>
/// <remarks>A font of the machine would make the same scene look different elsewhere, so none is ever asked for.</remarks>
internal static class EmbeddedFonts
{
    private const string Folder = "LiqIndicators.Terminal.Fonts.";

    /// <summary>For running text and numbers.</summary>
    public static SKTypeface Regular { get; } = Load("Inter-Regular.otf");

    /// <summary>For titles and what is marked bold.</summary>
    public static SKTypeface SemiBold { get; } = Load("Inter-SemiBold.otf");

    private static SKTypeface Load(string name)
    {
        using Stream stream = typeof(EmbeddedFonts).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The assembly holds no resource {Folder}{name}.");
        using SKData data = SKData.Create(stream);
        return SKTypeface.FromData(data)
            ?? throw new InvalidOperationException($"The resource {Folder}{name} is no font.");
    }
}
