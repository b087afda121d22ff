namespace Bootstrapper.Lwm2m
{
    /// <summary>The part of a server's URI that decides about its security. Looking at it allocates nothing.</summary>
    internal static class UriScheme
    {
        /// <summary>A URI without a scheme, or with no host behind it.</summary>
        public const int Malformed = 0;

        /// <summary>A scheme that LwM2M (TS 6.7) does not use over CoAP.</summary>
        public const int Unknown = 1;

        /// <summary>coap or coap+tcp.</summary>
        public const int Plain = 2;

        /// <summary>coaps or coaps+tcp.</summary>
        public const int Secured = 3;

        /// <summary>Gets what scheme a URI has, of the constants here.</summary>
        public static int Of(string uri)
        {
            // RFC 3986 3: scheme ":" "//" [userinfo "@"] host [":" port], then "/", "?", "#" or the end. The length of a
            // string and each of its characters are a search from its start on the device.
            int colon = uri.IndexOf(':');
            int length = uri.Length;
            if (colon < 1 || colon + 3 >= length || uri[colon + 1] != '/' || uri[colon + 2] != '/'
                || !HasHost(uri, colon + 3, length))
            {
                return Malformed;
            }

            // With an "s" in fifth place or without, then the end or "+tcp". There are five characters at least: one, "://", and
            // the host. 0x20 is the bit that makes a letter lower case.
            if ((uri[0] | 0x20) == 'c' && (uri[1] | 0x20) == 'o' && (uri[2] | 0x20) == 'a' && (uri[3] | 0x20) == 'p')
            {
                bool isSecured = (uri[4] | 0x20) == 's';
                int end = isSecured ? 5 : 4;
                if (colon == end || (colon == end + 4 && uri[end] == '+' && (uri[end + 1] | 0x20) == 't'
                    && (uri[end + 2] | 0x20) == 'c' && (uri[end + 3] | 0x20) == 'p'))
                {
                    return isSecured ? Secured : Plain;
                }
            }

            for (int i = 0; i < colon; i++)
            {
                if (!IsAllowed(Lower(uri[i]), i == 0))
                    return Malformed;
            }

            return Unknown;
        }

        private static int Lower(char c)
        {
            return c >= 'A' && c <= 'Z' ? c | 0x20 : c;
        }

        // RFC 3986 3.1: a letter, then letters, digits, "+", "-" and ".".
        private static bool IsAllowed(int c, bool isFirst)
        {
            if (c >= 'a' && c <= 'z')
                return true;
            return !isFirst && ((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.');
        }

        private static bool HasHost(string uri, int start, int length)
        {
            int host = start;
            if (uri.IndexOf('@', start) >= 0)
            {
                int end = EndOfAuthority(uri, start, length);
                for (int at = uri.IndexOf('@', start, end - start); at >= 0; at = uri.IndexOf('@', host, end - host))
                    host = at + 1;
            }

            if (host == length)
                return false;
            switch (uri[host])
            {
                case '/':
                case '?':
                case '#':
                case ':':
                    return false;
                case '[':
                    // RFC 3986 3.2.2: an IPv6 address stands in brackets.
                    return uri.IndexOf(']', host, EndOfAuthority(uri, host, length) - host) > host + 1;
                default:
                    return true;
            }
        }

        private static int EndOfAuthority(string uri, int start, int length)
        {
            int end = End(uri, '/', start, length);
            end = End(uri, '?', start, end);
            return End(uri, '#', start, end);
        }

        private static int End(string uri, char delimiter, int start, int end)
        {
            int index = uri.IndexOf(delimiter, start, end - start);
            return index < 0 ? end : index;
        }
    }
}
