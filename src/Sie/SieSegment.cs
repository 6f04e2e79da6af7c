using System.Text;

namespace Styrkedja.Sie;

/// <summary>A piece of a file that ends between two lines, and as a rule between two vouchers.</summary>
internal sealed class SieSegment
{
    private Offer? _offer;

    /// <summary>The bytes of the piece.</summary>
    public ReadOnlyMemory<byte> Bytes { get; set; }

    /// <summary>What the bytes lie in when they were read from a stream; used again for a later piece.</summary>
    public byte[] Buffer { get; set; } = [];

    /// <summary>Where in the file the piece begins.</summary>
    public long Position { get; set; }

    public bool IsLast { get; set; }

    /// <summary>No place between two vouchers was found within reason.</summary>
    public bool IsForced { get; set; }

    /// <summary>The piece begins in the middle of a line, the rest of which is passed over.</summary>
    public bool BeginsWithinLine { get; set; }

    public bool IsSurveyed { get; private set; }

    public bool HasControls { get; private set; }

    public bool HasHigh { get; private set; }

    public SiePlain Plain { get; } = new();

    /// <summary>The terms on which the plain vouchers have been read ahead; null when they have not.</summary>
    public SiePlainTerms? ReadOn { get; private set; }

    /// <summary>Looks for bytes beyond ASCII and for those that no text may hold.</summary>
    public void Survey()
    {
        if (IsSurveyed)
            return;
        var bytes = Bytes.Span;
        HasControls = SieSurvey.HasControls(bytes);
        HasHigh = !Ascii.IsValid(bytes);
        IsSurveyed = true;
    }

    /// <summary>Tells whether someone else has begun to read ahead here and is not done.</summary>
    public bool IsAwaited => _offer is { IsTaken: true, IsDone: false };

    public void Renew() => (IsSurveyed, ReadOn, _offer) = (false, null, null);

    /// <summary>Makes the piece one that some thread may read ahead.</summary>
    public Offer Begin() => _offer = new Offer();

    /// <summary>Reads all plain vouchers, unless someone else has begun to; tells whether it did.</summary>
    public bool TryReadAhead(SiePlainTerms terms) => _offer is { } offer && TryReadAhead(offer, terms);

    /// <inheritdoc cref="TryReadAhead(SiePlainTerms)"/>
    /// <param name="offer">The one made for these bytes: the piece may have been used again since.</param>
    public bool TryReadAhead(Offer offer, SiePlainTerms terms)
    {
        if (!offer.TryTake())
            return false;
        try
        {
            Survey();
            if (!HasControls)
            {
                Plain.ReadAll(Bytes.Span, terms);
                ReadOn = terms;
            }
        }
        finally
        {
            offer.Done();
        }

        return true;
    }

    /// <summary>Keeps everyone else from beginning; waits for the one who has begun.</summary>
    public void Claim()
    {
        if (_offer is { } offer && !offer.TryTake())
            offer.Wait();
    }

    /// <summary>The right to read one piece ahead, which one thread gets.</summary>
    internal sealed class Offer
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _taken;

        public bool IsTaken => Volatile.Read(ref _taken) != 0;

        public bool IsDone => _done.Task.IsCompleted;

        public bool TryTake() => Interlocked.Exchange(ref _taken, 1) == 0;

        public void Done() => _done.SetResult();

        public void Wait() => _done.Task.GetAwaiter().GetResult();
    }
}
