# The file as the container reads it; values are escaped for a properties file.
party.id=${partyId}
http.port=9380
log.level=${python.logLevel}
