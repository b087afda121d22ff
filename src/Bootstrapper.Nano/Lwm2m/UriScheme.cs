namespace Bootstrapper.Lwm2m
{
    /// <summary>The part of a server's URI that decides about its security.</summary>
    internal static class UriScheme
    {
        /// <summary>Gets the scheme in lower case, null where a URI has none or no host behind it.</summary>
        public static string Of(string uri)
        {
            // RFC 3986 3: scheme ":" "//" [userinfo "@"] host [":" port], then "/", "?", "#" or the end.
            int colon = uri.IndexOf(':');
            if (colon < 1 || colon + 3 >= uri.Length || uri[colon + 1] != '/' || uri[colon + 2] != '/')
                return null;

            if (!HasHost(uri, colon + 3))
                return null;
            string scheme = uri.Substring(0, colon).ToLower();
            return scheme == "coaps" || IsRight(scheme) ? scheme : null;
        }

        private static bool IsRight(string scheme)
        {
            for (int i = 0; i < scheme.Length; i++)
            {
                if (!IsAllowed(scheme[i], i == 0))
                    return false;
            }

            return true;
        }

        // RFC 3986 3.1: a letter, then letters, digits, "+", "-" and ".".
        private static bool IsAllowed(char c, bool isFirst)
        {
            if (c >= 'a' && c <= 'z')
                return true;
            return !isFirst && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
        }

        private static bool HasHost(string uri, int start)
        {
            int end = Before(uri.IndexOf('/', start), uri.Length);
            end = Before(uri.IndexOf('?', start), end);
            end = Before(uri.IndexOf('#', start), end);
            int host = start;
            for (int at = uri.IndexOf('@', start); at >= 0 && at < end; at = uri.IndexOf('@', host))
                host = at + 1;
            if (host == end || uri[host] == ':')
                return false;

            // RFC 3986 3.2.2: an IPv6 address stands in brackets.
            if (uri[host] != '[')
                return true;
            int bracket = uri.IndexOf(']', host);
            return bracket > host + 1 && bracket < end;
        }

        private static int Before(int index, int end)
        {
            return index >= 0 && index < end ? index : end;
        }
    }
}
