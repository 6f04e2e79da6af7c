using System.Text;

namespace Styrkedja.Sie;

/// <summary>What can be told only when the whole file is read: its role, records that lack or should not be there, codes that nobody declared.</summary>
internal sealed partial class SieReading
{
    private static readonly SieLabel[] s_balanceLabels =
        [SieLabel.Ib, SieLabel.Ub, SieLabel.Res, SieLabel.Oib, SieLabel.Oub, SieLabel.Psaldo, SieLabel.Pbudget];

    private bool HasBalances => s_balanceLabels.Any(Has);

    private bool Has(SieLabel label) => _labelLines[(int)label] > 0;

    private SieRole Role(SieHeader header)
    {
        if (_options.Role != SieRole.Unknown)
            return _options.Role;
        if (_isXml)
            return _isEntry ? SieRole.Import4I : SieRole.Export4E;
        return header.Type switch
        {
            1 => SieRole.Type1,
            2 => SieRole.Type2,
            3 => SieRole.Type3,
            _ when EndsWith(".si") => SieRole.Import4I,
            _ when EndsWith(".se") || HasBalances => SieRole.Export4E,
            _ => SieRole.Import4I,
        };
    }

    private bool EndsWith(string extension) => _fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private void CheckRecords(SieRole role, SieHeader header)
    {
        CheckRole(role, header);
        foreach (var label in SieLabels.Known)
        {
            var line = _labelLines[(int)label];
            var rule = SieLabels.In(label, role);
            if (rule == '-' && line > 0 && !(role == SieRole.Import4I && SieLabels.Group(label) == 4))
                _faults.Add(SieFaults.RecordNotOfType, line, 1, SieLabels.Name(label), ("role", Name(role)));
            if (rule == 'M' && line == 0 && MustStand(label, role))
                Missing(label, role);
        }

        if (role == SieRole.Import4I)
            return;
        if (Has(SieLabel.Rar) && header.Year(-1) is null)
            _faults.Add(SieFaults.PreviousYearMissing, _labelLines[(int)SieLabel.Rar], 1, "#RAR -1");
        if (Has(SieLabel.Ub) && !Has(SieLabel.Ib) && !Years(SieBalanceKind.Closing).Contains(-1))
            Missing(SieLabel.Ib, role);
        if (Has(SieLabel.Ib) && !Has(SieLabel.Ub))
            Missing(SieLabel.Ub, role);
    }

    private void CheckRole(SieRole role, SieHeader header)
    {
        var ofType4 = role is SieRole.Export4E or SieRole.Import4I;
        var typeAgrees = ofType4 ? header.Type == 4 : header.Type == role - SieRole.Type1 + 1;
        var agrees = role switch
        {
            _ when !typeAgrees => false,
            SieRole.Import4I => !HasBalances,
            SieRole.Export4E => HasBalances,
            _ => !EndsWith(".si"),
        };
        if (!agrees)
            _faults.Add(SieFaults.RoleContent, _labelLines[(int)SieLabel.Sietyp], 1, Name(role), ("type", SieValues.Count(header.Type)));
    }

    /// <summary>Records that depend on what there is to tell cannot be missed by us; the rest can.</summary>
    private bool MustStand(SieLabel label, SieRole role) => label switch
    {
        SieLabel.Format => Inform(),
        SieLabel.Konto or SieLabel.Dim or SieLabel.Underdim or SieLabel.Objekt => false,
        SieLabel.Sru => Has(SieLabel.Konto),
        SieLabel.Oib => role == SieRole.Type3 && !Has(SieLabel.Oub),
        SieLabel.Ib or SieLabel.Ub or SieLabel.Res or SieLabel.Oub or SieLabel.Psaldo or SieLabel.Pbudget => false,
        _ => true,
    };

    private bool Inform()
    {
        _faults.Add(SieFaults.FormatMissing, 0, 0, "");
        return false;
    }

    private void Missing(SieLabel label, SieRole role) =>
        _faults.Add(SieFaults.RecordMissing, 0, 0, "", ("record", SieLabels.Name(label)), ("role", Name(role)));

    /// <summary>The type as the specification names it.</summary>
    private static string Name(SieRole role) => role switch
    {
        SieRole.Export4E => "4E",
        SieRole.Import4I => "4I",
        _ => SieValues.Count(role - SieRole.Type1 + 1),
    };

    private HashSet<int> Years(SieBalanceKind kind) =>
        [.. Enumerable.Range(0, _balances.Count).Where(i => _balances.Kind(i) == kind).Select(_balances.YearOffset)];

    /// <summary>Accounts, dimensions and objects that are used and not declared. A file for import may leave them all to the receiver's chart.</summary>
    private void CheckChart(SieRole role)
    {
        var import = role == SieRole.Import4I;
        if (!import || Has(SieLabel.Konto))
        {
            for (var account = 0; account < _chart.AccountCodes.Count; account++)
            {
                if (_chart.AccountNote(account) is { Line: 0 } note)
                    _faults.Add(SieFaults.AccountUndeclared, note.FirstLine, 1, Decode(_chart.AccountCodes[account]));
            }
        }

        var declares = Has(SieLabel.Dim) || Has(SieLabel.Underdim) || Has(SieLabel.Objekt);
        if (import && !declares)
            return;
        foreach (var dimension in _chart.DimensionNotes)
        {
            if (dimension.Line == 0 && !SieDimension.IsReserved(dimension.Number))
                _faults.Add(SieFaults.DimensionUndeclared, dimension.FirstLine, 1, SieValues.Count(dimension.Number));
            if (!import || Has(SieLabel.Objekt))
                CheckObjects(dimension);
        }
    }

    private void CheckObjects(SieDimensionNote dimension)
    {
        var endings = dimension.Superior is null ? null : EndingsOfDeclared(dimension);
        for (var code = 0; code < dimension.Codes.Count; code++)
        {
            if (dimension.DeclaredLine(code) > 0 || (endings is not null && endings.Contains(Encoding.Latin1.GetString(dimension.Codes[code]))))
                continue;
            _faults.Add(SieFaults.ObjectUndeclared, dimension.FirstLineOf(code), 1, Decode(dimension.Codes[code]),
                ("dimension", SieValues.Count(dimension.Number)));
        }
    }

    /// <summary>A row names a sub-object by its own code, #OBJEKT by the superior code and its own joined: the own code is an ending of the other.</summary>
    private static HashSet<string> EndingsOfDeclared(SieDimensionNote dimension)
    {
        const int longest = 40;
        var endings = new HashSet<string>(StringComparer.Ordinal);
        for (var code = 0; code < dimension.Codes.Count; code++)
        {
            if (dimension.DeclaredLine(code) == 0)
                continue;
            var text = Encoding.Latin1.GetString(dimension.Codes[code]);
            for (var from = Math.Max(1, text.Length - longest); from < text.Length; from++)
                endings.Add(text[from..]);
        }

        return endings;
    }
}
