# Without it the proxy takes itself for party 9999
coordinator=${partyId}
server.port=8059
useRegister=false
useZkRouter=false
