namespace Junheng.Documents.Tables;

/// <summary>Runs the parts of a job side by side, the last on the calling thread.</summary>
internal static class InParallel
{
    /// <summary>Returns when every part is done; a fault of a part is thrown here.</summary>
    public static void Run(int parts, Action<int> part)
    {
        var others = new Task[parts - 1];
        for (var i = 0; i < others.Length; i++)
        {
            var index = i;
            others[i] = Task.Run(() => part(index));
        }

        try
        {
            part(parts - 1);
        }
        finally
        {
            Task.WhenAll(others).GetAwaiter().GetResult();
        }
    }
}
