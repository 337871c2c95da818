namespace LiqIndicators.Analytics.Statistics;

/// <summary>Solves small symmetric positive definite systems in place.</summary>
internal static class Cholesky
{
    /// <summary>Replaces <paramref name="right"/> by the solution of <c>matrix x = right</c>.</summary>
    /// <param name="matrix">Row-major; the lower triangle is read and overwritten by its factor.</param>
    /// <param name="right">Right-hand side; becomes the solution.</param>
    /// <exception cref="InvalidOperationException">The matrix is not positive definite.</exception>
    public static void Solve(Span<double> matrix, Span<double> right)
    {
        int size = right.Length;
        for (int j = 0; j < size; j++)
        {
            for (int i = j; i < size; i++)
            {
                double sum = matrix[(i * size) + j];
                for (int k = 0; k < j; k++)
                {
                    sum -= matrix[(i * size) + k] * matrix[(j * size) + k];
                }

                if (i > j)
                {
                    matrix[(i * size) + j] = sum / matrix[(j * size) + j];
                }
                else if (sum > 0)
                {
                    matrix[(i * size) + j] = Math.Sqrt(sum);
                }
                else
                {
                    throw new InvalidOperationException(
                        FormattableString.Invariant($"Pivot {j} is {sum}; expected a positive definite matrix."));
                }
            }
        }

        for (int i = 0; i < size; i++)
        {
            for (int k = 0; k < i; k++)
            {
                right[i] -= matrix[(i * size) + k] * right[k];
            }

            right[i] /= matrix[(i * size) + i];
        }

        for (int i = size - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < size; k++)
            {
                right[i] -= matrix[(k * size) + i] * right[k];
            }

            right[i] /= matrix[(i * size) + i];
        }
    }
}
