// Passkeys: the browser makes or reads one, then the form goes its way as any other.
document.querySelectorAll("form[data-passkey]").forEach((form) => {
  form.hidden = !window.PublicKeyCredential;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = form.querySelector("[data-passkey-said]");
    said.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(await ceremonies[form.dataset.passkey](form));
      form.submit();
    } catch {
      said.hidden = false;
    }
  });
});

const ceremonies = {
  // The sign-in page asks for its challenge only when somebody wants it.
  async fetch(form) {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    return webauthnJSON.get((await answer.json()).request_options);
  },
  get: () => webauthnJSON.get(offered()),
  create() {
    const options = offered();
    Object.assign(options.publicKey.authenticatorSelection, {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    });
    return webauthnJSON.create(options);
  },
};

const offered = () => JSON.parse(document.getElementById("passkey-options").textContent);
