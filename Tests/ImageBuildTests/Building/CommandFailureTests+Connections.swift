extension CommandFailureTests {
    private static let retry =
        "WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection "
    private static let connection = "<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f90a8bbe510>"

    static let connections: [Row] = [
        Row(
            "a command does not trust the certificate",
            [
                retry + "broken by 'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate "
                    + "verify failed: self-signed certificate (_ssl.c:1006)'))': /simple/numpy/",
                "Could not fetch URL https://index.example.org/simple/numpy/: There was a problem confirming the ssl "
                    + "certificate: HTTPSConnectionPool(host='index.example.org', port=443): Max retries exceeded - skipping",
            ] + noNumpy + pipFails
        ),
        Row(
            "a command does not trust the certificate",
            [
                "fatal: unable to access 'https://git.example.org/x.git/': server certificate verification failed. "
                    + "CAfile: /etc/ssl/certs/ca-certificates.crt CRLfile: none"
            ]
        ),
        Row(
            "a secure connection (TLS)",
            [
                retry + "broken by 'SSLError(SSLError(1, '[SSL: WRONG_VERSION_NUMBER] wrong version number "
                    + "(_ssl.c:1006)'))': /simple/numpy/",
                "Could not fetch URL https://index.example.org/simple/numpy/: There was a problem confirming the ssl "
                    + "certificate: HTTPSConnectionPool(host='index.example.org', port=443): Max retries exceeded - skipping",
            ] + noNumpy
        ),
        Row(
            "a secure connection (TLS)",
            ["CondaSSLError: Encountered an SSL error. Most likely a certificate verification issue."]
        ),
        Row(
            "the Python of the image has no module",
            [
                "WARNING: pip is configured with locations that require TLS/SSL, however the ssl module in Python is "
                    + "not available.",
                "Could not fetch URL https://index.example.org/simple/numpy/: There was a problem confirming the ssl "
                    + "certificate: (Caused by SSLError(\"Can't connect to HTTPS URL because the SSL module is not "
                    + "available.\")) - skipping",
            ] + noNumpy
        ),
        Row(
            "a command of the build cannot connect through the proxy",
            [
                retry + "broken by 'ProxyError('Cannot connect to proxy.', NewConnectionError('\(connection): Failed "
                    + "to establish a new connection: [Errno 111] Connection refused'))': /simple/numpy/"
            ] + noNumpy
        ),
        Row(
            "a command of the build cannot reach the network",
            [
                retry + "broken by 'NewConnectionError('\(connection): Failed to establish a new connection: [Errno "
                    + "111] Connection refused')': /simple/numpy/"
            ] + noNumpy
        ),
        Row(
            "a command of the build cannot reach the network",
            [retry + "broken by 'ReadTimeoutError(\"HTTPSConnectionPool(host='index.example.org', port=443)\")'"]
                + noNumpy
        ),
        Row(
            "a channel is a folder",
            ["CondaHTTPError: HTTP 000 CONNECTION FAILED for url <file:///channel/linux-64/repodata.json>"]
        ),
        Row(
            "a server has no channel or file",
            ["CondaHTTPError: HTTP 404 NOT FOUND for url <https://conda.example.org/x/linux-64/repodata.json>"]
        ),
        Row(
            "a server has no channel or file",
            ["UnavailableInvalidChannel: HTTP 404 NOT FOUND for channel x <https://conda.example.org/x>"]
        ),
        Row("pip finds no package for an entry of the specification", noNumpy),
        Row(
            "pip finds no package for an entry of the specification",
            ["InsecureRequestWarning: Adding certificate verification is strongly advised."] + noNumpy
        ),
        Row(
            "pip finds no package for an entry of the specification",
            [retry.replacing("total=0", with: "total=4") + "broken by 'SSLError(SSLEOFError(8, 'EOF occurred'))'"]
                + noNumpy
        ),
        Row(nil, ["WARNING: the ssl certificate of this test server is self-signed"]),
    ]
}
