package eu.estafette.connector.zgw;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.Date;

/**
 * As whom we call ZGW services: they take a token that the client signs itself with a shared secret (HS256).
 *
 * @param secret at least 32 bytes, what HS256 needs (RFC 7518 3.2)
 */
record ZgwClient(String id, String secret) {

    static final int SHORTEST_SECRET = 32;

    /** With a token made now: services refuse one that is older than an hour, or from the future. */
    HttpRequest.Builder request(URI url, InstantSource realTime) {
        return HttpRequest.newBuilder(url)
                .header("authorization", "Bearer " + token(realTime))
                .header("accept", "application/json")
                .header("user-agent", "Estafette");
    }

    private String token(InstantSource realTime) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(id)
                .issueTime(Date.from(realTime.instant()))
                .claim("client_id", id)
                .claim("user_id", id)
                .claim("user_representation", "Estafette")
                .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException("the client secret cannot sign", e);
        }
        return token.serialize();
    }

    @Override
    public String toString() {
        return "ZgwClient[" + id + "]";
    }
}
