extension CommandFailureTests {
    static let retry =
        "WARNING: Retrying (Retry(total=0, connect=None, read=None, redirect=None, status=None)) after connection "
    static let connection = "<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f90a8bbe510>"

    static let connections: [Row] = [
        Row(
            "a command does not trust the certificate",
            [
                retry + "broken by 'SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate "
                    + "verify failed: self-signed certificate (_ssl.c:1006)'))': /simple/numpy/",
                "Could not fetch URL https://index.example.org/simple/numpy/: There was a problem confirming the ssl "
                    + "certificate: HTTPSConnectionPool(host='index.example.org', port=443): Max retries exceeded - "
                    + "skipping",
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
                    + "certificate: HTTPSConnectionPool(host='index.example.org', port=443): Max retries exceeded - "
                    + "skipping",
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
        Row(
            "a command of the build cannot reach the network",
            [
                "ERROR: Could not install packages due to an OSError: HTTPSConnectionPool(host='files.example.org', "
                    + "port=443): Max retries exceeded with url: /numpy.whl (Caused by NameResolutionError(\"Failed to "
                    + "resolve 'files.example.org' ([Errno -2] Name or service not known)\"))"
            ]
        ),
        Row(
            "a command of the build cannot reach the network",
            ["ReadTimeoutError: HTTPSConnectionPool(host='files.example.org', port=443): Read timed out."]
        ),
        Row(
            "a command of the build cannot connect through the proxy",
            [
                "fatal: unable to access 'https://git.example.org/x.git/': Received HTTP code 407 from proxy after "
                    + "CONNECT"
            ]
        ),
        Row(
            "a server limits the number of requests, or is temporarily unavailable",
            ["CondaHTTPError: HTTP 502 BAD GATEWAY for url <https://conda.example.org/x/linux-64/repodata.json>"]
        ),
        Row(
            "a server limits the number of requests, or is temporarily unavailable",
            ["CondaHTTPError: HTTP 429 TOO MANY REQUESTS for url <https://conda.example.org/x/noarch/a.conda>"]
        ),
        Row(
            "a server limits the number of requests, or is temporarily unavailable",
            ["ERROR: HTTP error 503 while getting https://files.example.org/numpy.whl"]
        ),
        Row(
            "a server limits the number of requests, or is temporarily unavailable",
            ["ERROR: 429 Client Error: Too Many Requests for url: https://files.example.org/numpy.whl"]
        ),
        Row(
            "a server limits the number of requests, or is temporarily unavailable",
            ["ERROR: 502 Server Error: Bad Gateway for url: https://files.example.org/numpy.whl"]
        ),
        Row(
            "a server limits the number of requests, or is temporarily unavailable",
            ["fatal: unable to access 'https://git.example.org/x.git/': The requested URL returned error: 503"]
        ),
        Row(nil, ["CondaHTTPError: HTTP 418 I'M A TEAPOT for url <https://conda.example.org/x/noarch/a.conda>"]),
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
