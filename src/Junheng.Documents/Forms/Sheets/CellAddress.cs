using System.Globalization;

namespace Junheng.Documents.Forms.Sheets;

/// <summary>Addresses of cells as Excel writes them.</summary>
internal static class CellAddress
{
    private const int MostLetters = 3;

    /// <summary>Row (from 1) and column (from 0) of an address such as <c>C5</c>; (0, -1) for anything else.</summary>
    public static (int Row, int Column) Parse(string address)
    {
        var letters = 0;
        var column = 0;
        while (letters < address.Length && char.IsAsciiLetterUpper(address[letters]))
        {
            column = (column * 26) + address[letters++] - 'A' + 1;
            if (letters > MostLetters)
            {
                return (0, -1);
            }
        }

        return letters > 0 && int.TryParse(address.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? (row, column - 1) : (0, -1);
    }
}
