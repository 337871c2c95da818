namespace LiqIndicators.Analytics.Scoring;

/// <summary>
/// What each of several candidate columns adds to a least-squares regression on controls, on any choice of blocks of rows.
/// </summary>
/// <remarks>
/// <para>
/// The added share of variance is <c>(e_y·e_z)² / (e_z·e_z) / SST</c> and the coefficient <c>(e_y·e_z) / (e_z·e_z)</c>, with
/// <c>e</c> what the controls leave of the outcome and of the candidate, and <c>SST</c> the variation of the outcome around
/// its mean (Frisch, Waugh, Lovell). It equals R² with the candidate less R² without it.
/// </para>
/// <para>
/// Sums of products are kept per block, so a resample costs their addition, not a pass over rows. All columns are centred
/// and scaled over all rows first, which keeps the sums well conditioned.
/// </para>
/// </remarks>
public sealed class BlockRegression
{
    /// <summary>A candidate of which the controls leave less than this share is the controls said again: it adds nothing.</summary>
    private const double CollinearShare = 1e-9;

    private readonly int _controls;
    private readonly int _candidates;
    private readonly double[][] _sums;
    private readonly double[] _total;
    private readonly double[] _factor;
    private readonly double[] _projected;
    private readonly double[] _scales;
    private readonly double _outcomeScale;

    /// <summary>Sums the products of the columns per block.</summary>
    /// <param name="blockOfRow">Block of each row; in [0, blocks).</param>
    /// <param name="blocks">Number of blocks; at least 1.</param>
    /// <param name="controls">Columns of the controls, without the constant, which is always one of them; finite numbers.</param>
    /// <param name="outcome">The column to explain; finite numbers.</param>
    /// <param name="candidates">Columns to try one at a time; finite numbers.</param>
    /// <exception cref="ArgumentException">A column has another length than the rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A block is outside its range.</exception>
    public BlockRegression(
        IReadOnlyList<int> blockOfRow,
        int blocks,
        IReadOnlyList<double[]> controls,
        double[] outcome,
        IReadOnlyList<double[]> candidates)
    {
        ArgumentNullException.ThrowIfNull(blockOfRow);
        ArgumentNullException.ThrowIfNull(controls);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(candidates);
        Guard.InRange(blocks, 1, int.MaxValue);
        int rows = blockOfRow.Count;
        Blocks = blocks;
        _controls = controls.Count + 1;
        _candidates = candidates.Count;

        double[] constant = new double[rows];
        Array.Fill(constant, 1.0);
        double[][] left = new double[_controls][];
        left[0] = constant;
        for (int i = 1; i < _controls; i++)
        {
            left[i] = Standardise(controls[i - 1], rows, "controls", out _);
        }

        double[][] right = new double[_candidates + 1][];
        _scales = new double[_candidates];
        right[0] = Standardise(outcome, rows, nameof(outcome), out _outcomeScale);
        for (int i = 0; i < _candidates; i++)
        {
            right[i + 1] = Standardise(candidates[i], rows, "candidates", out _scales[i]);
        }

        _sums = new double[blocks][];
        for (int block = 0; block < blocks; block++)
        {
            _sums[block] = new double[Length];
        }

        for (int row = 0; row < rows; row++)
        {
            AddRow(_sums[Guard.InRange(blockOfRow[row], 0, blocks - 1, "blockOfRow")], left, right, row);
        }

        _total = new double[Length];
        _factor = new double[_controls * _controls];
        _projected = new double[_controls * (_candidates + 1)];
    }

    /// <summary>Number of blocks.</summary>
    public int Blocks { get; }

    private int Length => (_controls * (_controls + 1) / 2) + ((_controls + 2) * (_candidates + 1));

    private int CrossAt => _controls * (_controls + 1) / 2;

    private int OutcomeAt => CrossAt + (_controls * (_candidates + 1));

    private int SquareAt => OutcomeAt + _candidates + 1;

    /// <summary>What the controls explain and each candidate adds, where every block counts as often as it is given.</summary>
    /// <param name="counts">Weight of each block; &gt;= 0.</param>
    /// <param name="gains">Receives the added share of variance per candidate; NaN when the controls cannot be fitted.</param>
    /// <param name="coefficients">Receives the candidates' coefficients in their own units, or is empty; NaN for a candidate the controls determine.</param>
    /// <returns>R² of the controls alone; NaN when they cannot be fitted.</returns>
    /// <exception cref="ArgumentException">A list has another length than the blocks or the candidates.</exception>
    public double Fit(ReadOnlySpan<int> counts, Span<double> gains, Span<double> coefficients = default)
    {
        if (counts.Length != Blocks || gains.Length != _candidates)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"There are {counts.Length} counts and room for {gains.Length} gains; expected {Blocks} and {_candidates}."));
        }

        gains.Fill(double.NaN);
        coefficients.Fill(double.NaN);
        Sum(counts);
        if (!Factorise())
        {
            return double.NaN;
        }

        Project();
        double mean = _total[CrossAt];
        double rows = _total[0];
        double outcomeSquare = _total[SquareAt];
        double variation = outcomeSquare - (mean * mean / rows);
        double left = outcomeSquare - Product(0, 0);
        if (!(variation > 0))
        {
            return double.NaN;
        }

        for (int i = 0; i < _candidates; i++)
        {
            double square = _total[SquareAt + i + 1];
            double own = square - Product(i + 1, i + 1);
            double shared = _total[OutcomeAt + i + 1] - Product(0, i + 1);
            bool isNew = own > CollinearShare * Math.Max(square, double.Epsilon);
            gains[i] = isNew ? shared * shared / own / variation : 0;
            if (coefficients.Length > 0)
            {
                coefficients[i] = isNew ? shared / own * _outcomeScale / _scales[i] : double.NaN;
            }
        }

        return 1 - (left / variation);
    }

    private static double[] Standardise(double[] column, int rows, string name, out double scale)
    {
        if (column.Length != rows)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A column of {name} holds {column.Length} numbers; expected {rows}."), name);
        }

        double mean = 0;
        foreach (double value in column)
        {
            mean += value / rows;
        }

        double squares = 0;
        foreach (double value in column)
        {
            squares += (value - mean) * (value - mean);
        }

        scale = squares > 0 ? Math.Sqrt(squares / rows) : 1;
        double[] standard = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            standard[i] = (column[i] - mean) / scale;
        }

        return standard;
    }

    /// <summary>Order of the sums: controls by controls (lower triangle), candidates by controls, outcome by candidates, squares.</summary>
    private void AddRow(double[] sums, double[][] left, double[][] right, int row)
    {
        int at = 0;
        for (int i = 0; i < _controls; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                sums[at++] += left[i][row] * left[j][row];
            }
        }

        for (int i = 0; i <= _candidates; i++)
        {
            for (int j = 0; j < _controls; j++)
            {
                sums[at++] += right[i][row] * left[j][row];
            }
        }

        for (int i = 0; i <= _candidates; i++)
        {
            sums[at++] += right[0][row] * right[i][row];
        }

        for (int i = 0; i <= _candidates; i++)
        {
            sums[at++] += right[i][row] * right[i][row];
        }
    }

    private void Sum(ReadOnlySpan<int> counts)
    {
        Array.Clear(_total, 0, _total.Length);
        for (int block = 0; block < counts.Length; block++)
        {
            if (counts[block] == 0)
            {
                continue;
            }

            double weight = counts[block];
            double[] sums = _sums[block];
            for (int i = 0; i < sums.Length; i++)
            {
                _total[i] += weight * sums[i];
            }
        }
    }

    /// <summary>Cholesky factor of the controls' sums; false when the controls determine each other on these rows.</summary>
    private bool Factorise()
    {
        int at = 0;
        for (int i = 0; i < _controls; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = _total[at++];
                double square = rest;
                for (int k = 0; k < j; k++)
                {
                    rest -= _factor[(i * _controls) + k] * _factor[(j * _controls) + k];
                }

                if (i == j)
                {
                    if (!(rest > CollinearShare * square))
                    {
                        return false;
                    }

                    _factor[(i * _controls) + i] = Math.Sqrt(rest);
                }
                else
                {
                    _factor[(i * _controls) + j] = rest / _factor[(j * _controls) + j];
                }
            }
        }

        return true;
    }

    /// <summary>Solves the factor for each column: the products of the results are what the controls explain.</summary>
    private void Project()
    {
        for (int column = 0; column <= _candidates; column++)
        {
            int start = column * _controls;
            for (int i = 0; i < _controls; i++)
            {
                double rest = _total[CrossAt + start + i];
                for (int k = 0; k < i; k++)
                {
                    rest -= _factor[(i * _controls) + k] * _projected[start + k];
                }

                _projected[start + i] = rest / _factor[(i * _controls) + i];
            }
        }
    }

    private double Product(int first, int second)
    {
        double sum = 0;
        for (int i = 0; i < _controls; i++)
        {
            sum += _projected[(first * _controls) + i] * _projected[(second * _controls) + i];
        }

        return sum;
    }
}
