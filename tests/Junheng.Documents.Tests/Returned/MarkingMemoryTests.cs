using Junheng.Application.Statistics;
using Junheng.Documents.Definitions;
using Junheng.Documents.Returned;
using Junheng.Documents.Tables;
using Junheng.Domain.Findings;

namespace Junheng.Documents.Tests.Returned;

/// <summary>Alone in its collection and beside no other: what lives on the heap meanwhile is its own.</summary>
[Collection(nameof(MarkingMemoryTests))]
public sealed class MarkingMemoryTests
{
    [Fact]
    public void A_large_sheet_is_never_held_in_memory_whole()
    {
        const int rows = 10_000;
        using var input = new MemoryStream();
        WorkbookWriter.Write(input, new WorkbookSheet("学校", [.. Enumerable.Range(0, 40).Select(column => new WorkbookHeading($"c{column}"))], Enumerable.Range(0, rows).Select(row => (IReadOnlyList<object?>)[.. Enumerable.Range(0, 40).Select(column => (object?)(row + column))])));
        var file = new InputFile("表.xlsx", input.ToArray());
        using var target = new WatchedStream();

        new ReturnedWorkbooks(StandardFiles.BesideProgram).Write(file, [.. Enumerable.Range(2, rows / 5).Select(row => FormWorkbook.Error(Origin.CellName((row * 5) - 4, row % 40)))], target);

        var marked = new MarkedWorkbook(target.ToArray());
        Assert.Equal("FFFFC3C1", marked.Colour(0, Origin.CellName((((rows / 5) + 1) * 5) - 4, ((rows / 5) + 1) % 40)));
        Assert.InRange(target.MostAlive, 1, 40L << 20); // the sheet as a tree of nodes would be several times as much
    }

    /// <summary>Looks at every 100 KiB written how much of the heap is alive, beyond what was before the writing.</summary>
    private sealed class WatchedStream : MemoryStream
    {
        private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
        private long _next;

        public long MostAlive { get; private set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Look();
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Look();
            base.Write(buffer);
        }

        private void Look()
        {
            if (Length >= _next)
            {
                MostAlive = Math.Max(MostAlive, GC.GetTotalMemory(forceFullCollection: true) - _before);
                _next = Length + (100 << 10);
            }
        }
    }
}

/// <summary>The collection of tests that watch the heap of the process.</summary>
[CollectionDefinition(nameof(MarkingMemoryTests), DisableParallelization = true)]
public sealed class MarkingMemoryTestsAlone;
