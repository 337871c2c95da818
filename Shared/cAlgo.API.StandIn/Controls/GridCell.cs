namespace cAlgo.API;

/// <summary>Place of a control in a <see cref="Grid"/>.</summary>
internal readonly record struct GridCell(int Row, int Column, int RowSpan, int ColumnSpan);
