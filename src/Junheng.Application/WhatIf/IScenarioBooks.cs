namespace Junheng.Application.WhatIf;

/// <summary>Lays a scenario out as a workbook.</summary>
public interface IScenarioBooks
{
    /// <summary>
    /// Writes the workbook and leaves the stream open. Its first sheet is the table of schools as the scenario has it, which <c>assess</c> reads; the others say what
    /// was changed and what came of it. The same scenario gives the same bytes.
    /// </summary>
    void Write(ScenarioRun run, Scenario scenario, Stream stream);
}
