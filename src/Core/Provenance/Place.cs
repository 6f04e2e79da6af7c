namespace Styrkedja.Provenance;

/// <summary>A place in something that was handed in: file, line and column, each counted from one.</summary>
/// <remarks>Line 0 means the file as a whole.</remarks>
public readonly record struct Place(string File, int Line = 0, int Column = 0);
