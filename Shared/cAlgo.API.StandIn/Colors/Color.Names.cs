namespace cAlgo.API;

public sealed partial class Color
{
    public static Color AliceBlue { get; } = new(0xFFF0F8FF);

    public static Color AntiqueWhite { get; } = new(0xFFFAEBD7);

    public static Color Aqua { get; } = new(0xFF00FFFF);

    public static Color Aquamarine { get; } = new(0xFF7FFFD4);

    public static Color Azure { get; } = new(0xFFF0FFFF);

    public static Color Beige { get; } = new(0xFFF5F5DC);

    public static Color Bisque { get; } = new(0xFFFFE4C4);

    public static Color Black { get; } = new(0xFF000000);

    public static Color BlanchedAlmond { get; } = new(0xFFFFEBCD);

    public static Color Blue { get; } = new(0xFF0000FF);

    public static Color BlueViolet { get; } = new(0xFF8A2BE2);

    public static Color Brown { get; } = new(0xFFA52A2A);

    public static Color BurlyWood { get; } = new(0xFFDEB887);

    public static Color CadetBlue { get; } = new(0xFF5F9EA0);

    public static Color Chartreuse { get; } = new(0xFF7FFF00);

    public static Color Chocolate { get; } = new(0xFFD2691E);

    public static Color Coral { get; } = new(0xFFFF7F50);

    public static Color CornflowerBlue { get; } = new(0xFF6495ED);

    public static Color Cornsilk { get; } = new(0xFFFFF8DC);

    public static Color Crimson { get; } = new(0xFFDC143C);

    public static Color Cyan { get; } = new(0xFF00FFFF);

    public static Color DarkBlue { get; } = new(0xFF00008B);

    public static Color DarkCyan { get; } = new(0xFF008B8B);

    public static Color DarkGoldenrod { get; } = new(0xFFB8860B);

    public static Color DarkGray { get; } = new(0xFFA9A9A9);

    public static Color DarkGreen { get; } = new(0xFF006400);

    public static Color DarkKhaki { get; } = new(0xFFBDB76B);

    public static Color DarkMagenta { get; } = new(0xFF8B008B);

    public static Color DarkOliveGreen { get; } = new(0xFF556B2F);

    public static Color DarkOrange { get; } = new(0xFFFF8C00);

    public static Color DarkOrchid { get; } = new(0xFF9932CC);

    public static Color DarkRed { get; } = new(0xFF8B0000);

    public static Color DarkSalmon { get; } = new(0xFFE9967A);

    public static Color DarkSeaGreen { get; } = new(0xFF8FBC8F);

    public static Color DarkSlateBlue { get; } = new(0xFF483D8B);

    public static Color DarkSlateGray { get; } = new(0xFF2F4F4F);

    public static Color DarkTurquoise { get; } = new(0xFF00CED1);

    public static Color DarkViolet { get; } = new(0xFF9400D3);

    public static Color DeepPink { get; } = new(0xFFFF1493);

    public static Color DeepSkyBlue { get; } = new(0xFF00BFFF);

    public static Color DimGray { get; } = new(0xFF696969);

    public static Color DodgerBlue { get; } = new(0xFF1E90FF);

    public static Color Firebrick { get; } = new(0xFFB22222);

    public static Color FloralWhite { get; } = new(0xFFFFFAF0);

    public static Color ForestGreen { get; } = new(0xFF228B22);

    public static Color Fuchsia { get; } = new(0xFFFF00FF);

    public static Color Gainsboro { get; } = new(0xFFDCDCDC);

    public static Color GhostWhite { get; } = new(0xFFF8F8FF);

    public static Color Gold { get; } = new(0xFFFFD700);

    public static Color Goldenrod { get; } = new(0xFFDAA520);

    public static Color Gray { get; } = new(0xFF808080);

    public static Color Green { get; } = new(0xFF008000);

    public static Color GreenYellow { get; } = new(0xFFADFF2F);

    public static Color Honeydew { get; } = new(0xFFF0FFF0);

    public static Color HotPink { get; } = new(0xFFFF69B4);

    public static Color IndianRed { get; } = new(0xFFCD5C5C);

    public static Color Indigo { get; } = new(0xFF4B0082);

    public static Color Ivory { get; } = new(0xFFFFFFF0);

    public static Color Khaki { get; } = new(0xFFF0E68C);

    public static Color Lavender { get; } = new(0xFFE6E6FA);

    public static Color LavenderBlush { get; } = new(0xFFFFF0F5);

    public static Color LawnGreen { get; } = new(0xFF7CFC00);

    public static Color LemonChiffon { get; } = new(0xFFFFFACD);

    public static Color LightBlue { get; } = new(0xFFADD8E6);

    public static Color LightCoral { get; } = new(0xFFF08080);

    public static Color LightCyan { get; } = new(0xFFE0FFFF);

    public static Color LightGoldenrodYellow { get; } = new(0xFFFAFAD2);

    public static Color LightGray { get; } = new(0xFFD3D3D3);

    public static Color LightGreen { get; } = new(0xFF90EE90);

    public static Color LightPink { get; } = new(0xFFFFB6C1);

    public static Color LightSalmon { get; } = new(0xFFFFA07A);

    public static Color LightSeaGreen { get; } = new(0xFF20B2AA);

    public static Color LightSkyBlue { get; } = new(0xFF87CEFA);

    public static Color LightSlateGray { get; } = new(0xFF778899);

    public static Color LightSteelBlue { get; } = new(0xFFB0C4DE);

    public static Color LightYellow { get; } = new(0xFFFFFFE0);

    public static Color Lime { get; } = new(0xFF00FF00);

    public static Color LimeGreen { get; } = new(0xFF32CD32);

    public static Color Linen { get; } = new(0xFFFAF0E6);

    public static Color Magenta { get; } = new(0xFFFF00FF);

    public static Color Maroon { get; } = new(0xFF800000);

    public static Color MediumAquamarine { get; } = new(0xFF66CDAA);

    public static Color MediumBlue { get; } = new(0xFF0000CD);

    public static Color MediumOrchid { get; } = new(0xFFBA55D3);

    public static Color MediumPurple { get; } = new(0xFF9370DB);

    public static Color MediumSeaGreen { get; } = new(0xFF3CB371);

    public static Color MediumSlateBlue { get; } = new(0xFF7B68EE);

    public static Color MediumSpringGreen { get; } = new(0xFF00FA9A);

    public static Color MediumTurquoise { get; } = new(0xFF48D1CC);

    public static Color MediumVioletRed { get; } = new(0xFFC71585);

    public static Color MidnightBlue { get; } = new(0xFF191970);

    public static Color MintCream { get; } = new(0xFFF5FFFA);

    public static Color MistyRose { get; } = new(0xFFFFE4E1);

    public static Color Moccasin { get; } = new(0xFFFFE4B5);

    public static Color NavajoWhite { get; } = new(0xFFFFDEAD);

    public static Color Navy { get; } = new(0xFF000080);

    public static Color OldLace { get; } = new(0xFFFDF5E6);

    public static Color Olive { get; } = new(0xFF808000);

    public static Color OliveDrab { get; } = new(0xFF6B8E23);

    public static Color Orange { get; } = new(0xFFFFA500);

    public static Color OrangeRed { get; } = new(0xFFFF4500);

    public static Color Orchid { get; } = new(0xFFDA70D6);

    public static Color PaleGoldenrod { get; } = new(0xFFEEE8AA);

    public static Color PaleGreen { get; } = new(0xFF98FB98);

    public static Color PaleTurquoise { get; } = new(0xFFAFEEEE);

    public static Color PaleVioletRed { get; } = new(0xFFDB7093);

    public static Color PapayaWhip { get; } = new(0xFFFFEFD5);

    public static Color PeachPuff { get; } = new(0xFFFFDAB9);

    public static Color Peru { get; } = new(0xFFCD853F);

    public static Color Pink { get; } = new(0xFFFFC0CB);

    public static Color Plum { get; } = new(0xFFDDA0DD);

    public static Color PowderBlue { get; } = new(0xFFB0E0E6);

    public static Color Purple { get; } = new(0xFF800080);

    public static Color Red { get; } = new(0xFFFF0000);

    public static Color RosyBrown { get; } = new(0xFFBC8F8F);

    public static Color RoyalBlue { get; } = new(0xFF4169E1);

    public static Color SaddleBrown { get; } = new(0xFF8B4513);

    public static Color Salmon { get; } = new(0xFFFA8072);

    public static Color SandyBrown { get; } = new(0xFFF4A460);

    public static Color SeaGreen { get; } = new(0xFF2E8B57);

    public static Color SeaShell { get; } = new(0xFFFFF5EE);

    public static Color Sienna { get; } = new(0xFFA0522D);

    public static Color Silver { get; } = new(0xFFC0C0C0);

    public static Color SkyBlue { get; } = new(0xFF87CEEB);

    public static Color SlateBlue { get; } = new(0xFF6A5ACD);

    public static Color SlateGray { get; } = new(0xFF708090);

    public static Color Snow { get; } = new(0xFFFFFAFA);

    public static Color SpringGreen { get; } = new(0xFF00FF7F);

    public static Color SteelBlue { get; } = new(0xFF4682B4);

    public static Color Tan { get; } = new(0xFFD2B48C);

    public static Color Teal { get; } = new(0xFF008080);

    public static Color Thistle { get; } = new(0xFFD8BFD8);

    public static Color Tomato { get; } = new(0xFFFF6347);

    public static Color Transparent { get; } = new(0x00FFFFFF);

    public static Color Turquoise { get; } = new(0xFF40E0D0);

    public static Color Violet { get; } = new(0xFFEE82EE);

    public static Color Wheat { get; } = new(0xFFF5DEB3);

    public static Color White { get; } = new(0xFFFFFFFF);

    public static Color WhiteSmoke { get; } = new(0xFFF5F5F5);

    public static Color Yellow { get; } = new(0xFFFFFF00);

    public static Color YellowGreen { get; } = new(0xFF9ACD32);
}
