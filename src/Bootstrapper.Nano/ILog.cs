namespace Bootstrapper
{
    /// <summary>Receives what the library has to tell, a line at a time. Keys and PINs never are in a line.</summary>
    public interface ILog
    {
        /// <summary>Takes one line, without a line end.</summary>
        void Write(string line);
    }
}
