namespace Bootstrapper.Simulator;

/// <summary>Cards with PINs.</summary>
internal static class PinCards
{
    private const string Pin = "5678";
    private const byte SimPin = 0x01;
    private const byte SecondGlobalPin = 0x02;
    private const byte LocalPin = 0x81;
    private const byte Adm1 = 0x0A;

    public static IEnumerable<GalleryCard> All =>
    [
        new("SIM PIN", CardOutcome.PinRequired, () => ExampleCard.Create(pinEnabled: true))
        {
            PinReference = SimPin,
            Pin = ExampleCard.Pin1,
            OutcomeWithPin = CardOutcome.Provisioned,
        },
        new("SIM PIN blocked", CardOutcome.PinBlocked, SimPinBlocked) { PinReference = SimPin, Pin = ExampleCard.Pin1 },
        Guarded("SIM PIN on the file", SimPin),
        Guarded("global PIN on the file", SecondGlobalPin),
        Guarded("local PIN on the file", LocalPin),
        Guarded("local PIN, EF.ARR in the application", LocalPin, AccessRuleForm.ReferenceInApplication),
        Guarded("local PIN, EF.ARR by security environment", LocalPin, AccessRuleForm.ReferenceByEnvironment),
        Guarded("local PIN, rule in the FCP", LocalPin, AccessRuleForm.Expanded),

        // No rule says which PIN it is: there is none to try.
        new("local PIN that nothing names", CardOutcome.PinRequired, () => Guarded(LocalPin))
        {
            Behavior = new() { AccessRuleForm = AccessRuleForm.Compact },
        },
        new("local PIN with one try left", CardOutcome.PinRequired, () => WithTries(1))
        {
            PinReference = LocalPin,
            Pin = Pin,
        },
        new("local PIN blocked", CardOutcome.PinBlocked, () => WithTries(0))
        {
            PinReference = LocalPin,
            Pin = Pin,
            OutcomeByPath = CardOutcome.PinRequired,
        },
        new("local PIN disabled", CardOutcome.Provisioned, () => Guarded(LocalPin, isEnabled: false))
        {
            PinReference = LocalPin,
            Pin = Pin,
        },
        new("administrative key on the file", CardOutcome.PinRequired, () => ExampleCard.Create()
            .With(ExampleCard.BootstrapFileId, ExampleCard.BootstrapFile(), AccessCondition.Key(Adm1))),
    ];

    private static CardImage Guarded(byte reference, bool isEnabled = true) => ExampleCard.Create()
        .Add(new CardPin(reference, Pin, enabled: isEnabled))
        .With(ExampleCard.BootstrapFileId, ExampleCard.BootstrapFile(), AccessCondition.Key(reference));

    private static GalleryCard Guarded(string name, byte reference, AccessRuleForm form = AccessRuleForm.Reference) =>
        new(name, CardOutcome.PinRequired, () => Guarded(reference))
        {
            PinReference = reference,
            Pin = Pin,
            OutcomeWithPin = CardOutcome.Provisioned,
            Behavior = new() { AccessRuleForm = form },
        };

    private static CardImage WithTries(int left)
    {
        CardImage image = Guarded(LocalPin);
        image.Pin(LocalPin)!.TriesLeft = left;
        return image;
    }

    private static CardImage SimPinBlocked()
    {
        CardImage image = ExampleCard.Create(pinEnabled: true);
        image.Pin(SimPin)!.TriesLeft = 0;
        return image;
    }
}
