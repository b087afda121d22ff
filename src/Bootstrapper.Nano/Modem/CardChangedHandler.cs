namespace Bootstrapper.Modem
{
    /// <summary>Takes the news that the card may have been pulled, put in, swapped or written to.</summary>
    public delegate void CardChangedHandler();
}
