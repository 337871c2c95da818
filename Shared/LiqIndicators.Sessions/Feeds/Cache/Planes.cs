namespace LiqIndicators.Sessions.Feeds.Cache;

/// <summary>Columns of doubles with their bytes sorted by significance, so that neighbours that differ little compress.</summary>
internal static class Planes
{
    /// <summary>Writes a column.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="count">Length of the column.</param>
    /// <param name="valueAt">Value at a place from 0 on.</param>
    public static void Write(BinaryWriter writer, int count, Func<int, double> valueAt)
    {
        byte[] plane = new byte[count * sizeof(double)];
        for (int i = 0; i < count; i++)
        {
            ulong bits = (ulong)BitConverter.DoubleToInt64Bits(valueAt(i));
            for (int b = 0; b < sizeof(double); b++)
            {
                plane[(b * count) + i] = (byte)(bits >> (8 * b));
            }
        }

        writer.Write(plane);
    }

    /// <summary>Reads a column.</summary>
    /// <exception cref="EndOfStreamException">It is shorter than that.</exception>
    public static double[] Read(BinaryReader reader, int count)
    {
        byte[] plane = reader.ReadBytes(count * sizeof(double));
        if (plane.Length != count * sizeof(double))
        {
            throw new EndOfStreamException("The blob ends early.");
        }

        double[] column = new double[count];
        for (int i = 0; i < count; i++)
        {
            ulong bits = 0;
            for (int b = 0; b < sizeof(double); b++)
            {
                bits |= (ulong)plane[(b * count) + i] << (8 * b);
            }

            column[i] = BitConverter.Int64BitsToDouble((long)bits);
        }

        return column;
    }
}
