using Junheng.Documents.Tables;

namespace Junheng.Web.Tests.Accounts;

/// <summary>Takes the sheet of first passwords.</summary>
internal static class HandOuts
{
    /// <summary>The first passwords by user name.</summary>
    public static async Task<Dictionary<string, string>> TakeAsync(TestBrowser browser, string address)
    {
        using var answer = await browser.SubmitAsync(address, address);
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var table = Assert.IsType<TableOpening.Opened>(TableFile.Open("初始密码.xlsx", bytes)).File;
        var chunk = Assert.Single(table.Read([ColumnUse.Text, ColumnUse.Text, ColumnUse.Text], 1).Chunks);
        return Enumerable.Range(0, chunk.RowCount).ToDictionary(row => chunk.Text(0)[row], row => chunk.Text(2)[row]);
    }
}
