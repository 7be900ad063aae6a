namespace Junheng.Storage.Together;

/// <summary>One reading for everybody who asked before it began. The answer must be immutable.</summary>
internal sealed class Shared<TAnswer>(Func<Task<TAnswer>> read)
{
    private readonly Grouped<bool, TAnswer> _group = new(
        async asked =>
        {
            var answer = await read();
            return [.. asked.Select(_ => answer)];
        },
        int.MaxValue);

    public Task<TAnswer> ReadAsync(CancellationToken cancellation) => _group.RunAsync(true, cancellation);
}
