// A mock of the Telegram Bot API from npm, and a user who talks with a bot there: one JSON value per line.
//
// `{"say": text}` sends a message, `{"press": number}` presses the button below one of the bot, and `"seen"` asks
// what the bot's messages say now.

const readline = require("node:readline");
const { response } = require("express");
const TelegramServer = require("telegram-test-api");

// Where the API answers `true`, the mock answers `null`; and it leaves `chat_instance` out, which is always there.
const json = response.json;
response.json = function (body) {
  if (body.ok && body.result === null) body.result = true;
  for (const it of body.ok && Array.isArray(body.result) ? body.result : []) {
    if (it.callback_query) it.callback_query.chat_instance ??= "1";
  }
  return json.call(this, body);
};

const TOKEN = "123456:mock";

async function main() {
  const server = new TelegramServer({ host: "127.0.0.1", port: Number(process.argv[2]) });
  await server.start();
  const ann = server.getClient(TOKEN, { userId: 5, chatId: 5, firstName: "Ann" });
  console.log(JSON.stringify({ url: `${server.config.apiURL}/bot{token}`, token: TOKEN }));
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const task = JSON.parse(line);
    let answer = null;
    if (task.say) await ann.sendMessage(ann.makeMessage(task.say));
    if (task.press) {
      const message = { message_id: task.press, date: 1764000000 };
      await ann.sendCallback(ann.makeCallbackQuery("tea", { message }));
    }
    if (task === "seen") {
      answer = server.storage.botMessages.map((it) => [it.messageId, it.message.text]);
    }
    console.log(JSON.stringify(answer));
  }
  await server.stop();
}

main();
