using Styrkedja.Provenance;

namespace Styrkedja.Rights;

/// <summary>What someone can be allowed to see or do. Nothing outside this list can be asked for, and nothing in it is had without a ground.</summary>
[Term("rättighet")]
public enum Right
{
    /// <summary>What is open to all.</summary>
    SeePublic,

    /// <summary>One's own account, offices and work.</summary>
    SeeOwnWork,

    /// <summary>Voucher rows without their texts.</summary>
    SeeRows,

    /// <summary>The texts of vouchers, which can hold names.</summary>
    SeeVoucherTexts,

    /// <summary>Care contacts row by row.</summary>
    SeeCareContacts,

    /// <summary>What is kept from the public in the cases of a body.</summary>
    SeeSecret,

    /// <summary>Drafts that their unit has not submitted.</summary>
    SeeDrafts,

    /// <summary>Drafts and answers that have been submitted and not yet decided.</summary>
    SeeSubmitted,

    /// <summary>Writes drafts and answers of a unit, body or partner.</summary>
    WriteDraft,

    /// <summary>Submits them to whoever approves.</summary>
    Submit,

    /// <summary>Approves what has been submitted, so that it stands for the unit.</summary>
    Approve,

    /// <summary>Records what a body has decided.</summary>
    Record,

    /// <summary>Keeps the diary of a body: opens cases, files documents, sends them on.</summary>
    KeepDiary,

    /// <summary>Decides as an office, by delegation or as a measure of one's own.</summary>
    DecideAsOffice,

    /// <summary>Decides alone in a body's name, when it has delegated that to its presidium or a member.</summary>
    DecideForBody,

    /// <summary>Signs in the name of a body or a partner: minutes, commitments.</summary>
    Sign,

    /// <summary>Says something about a value that a partner has signed, without touching it.</summary>
    CommentOnValue,

    /// <summary>What a provider of care has been paid, line by line.</summary>
    SeeSettlement,

    /// <summary>Asks about or objects to a line of a provider's settlement, in its name.</summary>
    QuestionSettlement,

    /// <summary>Answers in the payer's name what a provider has asked.</summary>
    AnswerSettlement,

    /// <summary>Takes in ledgers, staff and other facts.</summary>
    ImportFacts,

    /// <summary>Opens and closes accounts and ties them to holders; sees no content by that.</summary>
    AdministerAccounts,

    /// <summary>Reads who has done and seen what.</summary>
    SeeAuditLog,

    /// <summary>What touches the files of the whole region: verification, backup, the demo.</summary>
    Operate,
}
