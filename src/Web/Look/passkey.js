// Passkeys: a form marked data-passkey asks the server for a question, the browser for its answer, and is then sent as any other form.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  const make = form.dataset.passkey === "add";
  const told = form.querySelector("[data-told]");
  const say = text => { told.textContent = text; told.hidden = false; };
  const can = window.PublicKeyCredential && (make ? PublicKeyCredential.parseCreationOptionsFromJSON : PublicKeyCredential.parseRequestOptionsFromJSON);
  if (!can) { say(form.dataset.cannot); continue; }
  form.querySelector("button").disabled = false;
  form.addEventListener("submit", async event => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    told.hidden = true;
    try {
      const answer = await fetch(form.action + "/question", { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (!answer.ok) { say(form.dataset.failed); return; }
      const { question, options } = await answer.json();
      const credential = make
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.question.value = question;
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      say(form.dataset.failed);
    }
  });
}
