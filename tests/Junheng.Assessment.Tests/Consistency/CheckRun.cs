using Junheng.Application.Check;
using Junheng.Assessment.Consistency;
using Junheng.Assessment.Standards;
using Junheng.Documents.Definitions;
using Junheng.Domain.Text;

namespace Junheng.Assessment.Tests.Consistency;

/// <summary>The product's rules and standard on a day of the autumn of 2026.</summary>
internal static class CheckRun
{
    private static readonly DateOnly _date = new(2026, 11, 21);

    public static CheckSet Set { get; } = Assert.IsType<CheckSetOpening.Opened>(CheckFiles.BesideProgram.Open([], Language.En)).Set;

    public static StandardInForce Standard { get; } = Assert.IsType<Application.Standards.StandardOpening.Opened>(
        StandardFiles.BesideProgram.Open(Application.Standards.StandardRequest.Of("cn-2017-quality-balance"), Language.En)).Standard.At(_date);

    public static ConsistencyResult Of(IReadOnlyList<CheckRow> rows) => ConsistencyCheck.Run(CheckTable.Of(rows), Set, Standard);
}
