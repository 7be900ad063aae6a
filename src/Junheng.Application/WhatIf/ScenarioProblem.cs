using Junheng.Domain.Text;

namespace Junheng.Application.WhatIf;

/// <summary>A change that cannot be made; it counts as not made.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Text">What was given.</param>
/// <param name="Message">What is wrong and how to put it right.</param>
public sealed record ScenarioProblem(string Key, string Text, LocalizedText Message);
