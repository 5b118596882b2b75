SwaggerUIBundle({
  url: "../openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  // The default is a service on the Internet.
  validatorUrl: null,
  // Without a token, or with that of another user, the first request fails.
  persistAuthorization: false,
});
