// The page's own script: what cannot be done from the server.
