namespace Styrkedja.Sie;

/// <summary>The chart of accounts, the dimensions and the objects, and the object lists that refer to them.</summary>
internal sealed partial class SieReading
{
    private const int MostObjects = 64;

    private readonly SieChart _chart;
    private readonly (SieDimensionNote Dimension, int Object)[] _uses = new (SieDimensionNote, int)[MostObjects];
    private int _useCount;

    private void ReadAccountRecord(ReadOnlySpan<byte> line, int at, SieLabel label)
    {
        var fields = new SieFields(line, at);
        if (!fields.NextText() || fields.Raw.IsEmpty)
        {
            ReportMissing(line, ref fields, label, 1);
            return;
        }

        var account = _chart.AccountNote(_chart.Account(fields.Plain(), _line));
        if (label != SieLabel.Konto && account.Line == 0 && !_outOfOrder[(int)label])
        {
            _outOfOrder[(int)label] = true;
            Report(SieFaults.RecordOrder, line, 0, SieLabels.Name(label));
        }

        var value = Text(ref fields);
        if (!Finish(line, ref fields))
            return;
        switch (label)
        {
            case SieLabel.Konto:
                if (account.Line > 0)
                    Report(SieFaults.RecordRepeated, line, 0, line, ("first", SieValues.Count(account.Line)));
                account.Line = _line;
                account.Name = value;
                if (value is null)
                    Report(SieFaults.NameMissing, line, 0, line, ("record", SieLabels.Name(label)));
                break;
            case SieLabel.Ktyp:
                account.Type = value is "T" or "S" or "K" or "I" ? value[0] : null;
                if (account.Type is null)
                    Report(SieFaults.AccountTypeUnknown, line, 0, value ?? "");
                break;
            case SieLabel.Enhet:
                account.Unit = value;
                break;
            default:
                if (value is not null)
                    (account.Sru ??= []).Add(value);
                break;
        }
    }

    private void ReadDimension(ReadOnlySpan<byte> line, int at, SieLabel label)
    {
        var fields = new SieFields(line, at);
        if (!TryDimensionNumber(line, ref fields, label, out var number))
            return;
        var name = Text(ref fields);
        int? superior = null;
        if (label == SieLabel.Underdim)
        {
            if (!fields.NextText() || !SieValues.Whole(fields.Raw, out var above) || above < 1 || above == number)
            {
                if (Finish(line, ref fields))
                    Report(SieFaults.DimensionInvalid, line, fields.Start, fields.Raw);
                return;
            }

            superior = above;
            var upper = _chart.Dimension(above, _line);
            if (upper.Line == 0 && !SieDimension.IsReserved(above) && !_outOfOrder[(int)label])
            {
                _outOfOrder[(int)label] = true;
                Report(SieFaults.RecordOrder, line, 0, SieLabels.Name(label));
            }
        }

        if (!Finish(line, ref fields))
            return;
        var dimension = _chart.Dimension(number, _line);
        if (dimension.Line > 0)
            Report(SieFaults.RecordRepeated, line, 0, line, ("first", SieValues.Count(dimension.Line)));
        if (name is null)
            Report(SieFaults.NameMissing, line, 0, line, ("record", SieLabels.Name(label)));
        dimension.Declare(_line, name, superior);
        TermsChange();
    }

    private void ReadObject(ReadOnlySpan<byte> line, int at)
    {
        var fields = new SieFields(line, at);
        if (!TryDimensionNumber(line, ref fields, SieLabel.Objekt, out var number))
            return;
        if (!fields.NextText() || fields.Raw.IsEmpty)
        {
            ReportMissing(line, ref fields, SieLabel.Objekt, 2);
            return;
        }

        var dimension = _chart.Dimension(number, _line);
        var code = dimension.Object(fields.Plain(), _line);
        var name = Text(ref fields);
        if (!Finish(line, ref fields))
            return;
        if (dimension.DeclaredLine(code) is > 0 and var first)
            Report(SieFaults.RecordRepeated, line, 0, line, ("first", SieValues.Count(first)));
        if (name is null)
            Report(SieFaults.NameMissing, line, 0, line, ("record", SieLabels.Name(SieLabel.Objekt)));
        dimension.DeclareObject(code, _line, name);
    }

    private bool TryDimensionNumber(ReadOnlySpan<byte> line, ref SieFields fields, SieLabel label, out int number)
    {
        number = 0;
        if (!fields.NextText() || fields.Raw.IsEmpty)
        {
            ReportMissing(line, ref fields, label, 1);
            return false;
        }

        if (SieValues.Whole(fields.Raw, out number) && number >= 1)
            return true;
        Report(SieFaults.DimensionInvalid, line, fields.Start, fields.Raw);
        return false;
    }

    /// <summary>Reads an object list, of which the opening brace is taken, into the uses; false when it is out of order, which is then told.</summary>
    private bool ReadObjectList(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        var open = fields.Start;
        while (true)
        {
            var token = fields.Next();
            if (token == SieToken.Close)
                return true;
            if (token != SieToken.Field || _useCount == MostObjects)
                return RefuseObjectList(line, ref fields, open);
            if (!SieValues.Whole(fields.Raw, out var number) || number < 1)
            {
                if (!line[fields.Start..].Contains((byte)'}'))
                    return RefuseObjectList(line, ref fields, open);
                Report(SieFaults.DimensionInvalid, line, fields.Start, fields.Raw);
                return false;
            }

            var dimension = _chart.Dimension(number, _line);
            if (fields.Next() != SieToken.Field || fields.Raw.IsEmpty || fields.Quoting != SieQuoting.Sound)
                return RefuseObjectList(line, ref fields, open);
            for (var i = 0; i < _useCount; i++)
            {
                if (_uses[i].Dimension == dimension)
                {
                    Report(SieFaults.ObjectRepeated, line, fields.Start, fields.Raw, ("dimension", SieValues.Count(number)));
                    return false;
                }
            }

            _uses[_useCount++] = (dimension, dimension.Object(fields.Escaped ? fields.Plain() : fields.Raw, _line));
        }
    }

    private bool RefuseObjectList(ReadOnlySpan<byte> line, ref SieFields fields, int open)
    {
        if (Finish(line, ref fields))
            Report(SieFaults.ObjectListInvalid, line, open, line[open..]);
        return false;
    }
}
