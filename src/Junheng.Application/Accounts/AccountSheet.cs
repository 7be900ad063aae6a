using System.Collections.Immutable;
using System.Text.Json;
using Junheng.Application.Statistics;
using Junheng.Domain.Findings;
using Junheng.Domain.Text;

namespace Junheng.Application.Accounts;

/// <summary>One row of a sheet of accounts, as texts.</summary>
/// <param name="Row">The row as Excel shows it.</param>
/// <param name="Name">用户名.</param>
/// <param name="FullName">姓名.</param>
/// <param name="Role">角色.</param>
/// <param name="Code">地区或学校代码; blank for the three powers.</param>
/// <param name="Phone">手机; may be blank.</param>
/// <param name="From">起; blank = today.</param>
/// <param name="To">止; blank = until it is ended.</param>
public sealed record AccountSheetRow(int Row, string Name, string FullName, string Role, string Code, string Phone, string From, string To);

/// <summary>What came of reading a sheet.</summary>
/// <param name="Rows">The rows; none where the file is refused.</param>
/// <param name="Places">Where each column stands, by its Chinese heading: 0 = A.</param>
/// <param name="Sheet">The sheet's name; null for CSV.</param>
/// <param name="Findings">Why it is refused, and notes.</param>
public sealed record AccountSheetReading(ImmutableArray<AccountSheetRow> Rows, ImmutableDictionary<string, int> Places, string? Sheet, ImmutableArray<Finding> Findings);

/// <summary>Reads and writes sheets of accounts.</summary>
public interface IAccountSheets
{
    /// <summary>Reads a sheet; every fault of its form is collected.</summary>
    AccountSheetReading Read(InputFile file, Language language);

    /// <summary>An empty sheet with the headings and an example.</summary>
    InputFile Template();

    /// <summary>First passwords as a workbook.</summary>
    InputFile WriteInitialPasswords(IReadOnlyList<InitialPassword> passwords);
}

/// <summary>An account that a sheet makes, and the grants in which it results, as the payload of a proposal.</summary>
/// <param name="Accounts">The accounts.</param>
/// <param name="Grants">The payload of their grants.</param>
public sealed record AccountSheetPayload(ImmutableArray<SheetAccount> Accounts, string Grants)
{
    /// <summary>The kind of proposals with this payload.</summary>
    public const string Kind = "accounts";

    /// <summary>The payload as text.</summary>
    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>The payload of a text.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static AccountSheetPayload Read(string payload) => JsonSerializer.Deserialize<AccountSheetPayload>(payload) ?? throw new JsonException("An empty payload.");
}

/// <summary>An account of a sheet.</summary>
/// <param name="Id">The number that it will have.</param>
/// <param name="Name">The user name.</param>
/// <param name="FullName">The holder.</param>
/// <param name="Phone">Null when not given.</param>
public sealed record SheetAccount(Guid Id, string Name, string FullName, string? Phone);
