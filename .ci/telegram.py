"""Holds the client of `spec/telegram-bot` against software that is not ours, in both directions.

`aiogram`, a library for bots: a bot of it runs against the fake that is made of the spec, which judges every call;
the library reads the answers, and takes the updates that the fake sends to a webhook. `telegram-test-api`, a mock
of the Bot API: our example runs against it, and a user of the mock talks with it. Run it in the root of the
repository, where `.ci/outside` does."""

import asyncio
import json
import logging
import socket
import sys

import wechat

try:
    import aiogram
    import aiohttp
    from aiogram import types
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.webhook.aiohttp_server import SimpleRequestHandler
    from aiohttp import test_utils, web
except ImportError as error:
    sys.exit(f"error: `aiogram` is missing: {error}; run `bash .ci/outside`")

OURS = [
    "cargo", "run", "--quiet", "--locked", "--manifest-path", "tests/downstream/telegram-bot/Cargo.toml",
    "--target-dir", "target/downstream", "--example", "outside",
]
TOKEN = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11"
# The API takes any form of a body by any method; the spec has chosen one for each.
IN_PARTS = {"sendPoll", "setWebhook"}
ANN = {"id": 5, "is_bot": False, "first_name": "Ann"}
CHAT = {"id": 5, "type": "private", "first_name": "Ann"}
TEXT = "\u8336 & <b>tea</b>"

OPTIONS = [types.InputPollOption(text="a"), types.InputPollOption(text=TEXT)]


def message(text, **more):
    return {"message_id": 7, "date": 1764000000, "chat": CHAT, "from": ANN, "text": text, **more}


POLL = {
    "id": "1", "question": TEXT, "options": [], "total_voter_count": 0, "is_closed": True, "is_anonymous": True,
    "type": "quiz", "allows_multiple_answers": False, "allows_revoting": False, "members_only": False,
}
ORDER = {"id": "p", "from": ANN, "currency": "XTR", "total_amount": 90, "invoice_payload": "tin"}
UPDATES = [
    {"message": message("/round")},
    {"callback_query": {"id": "c", "from": ANN, "chat_instance": "1", "data": "tea", "message": message(TEXT)}},
    {"message": message("/quiz")},
    {"message": message("/buy")},
    {"pre_checkout_query": ORDER},
    {"inline_query": {"id": "i", "from": ANN, "query": "tea", "offset": ""}},
    {"message": message("/bye")},
]
RESULTS = [
    ("getMe", {**ANN, "id": 123456, "is_bot": True, "username": "tea_bot"}), ("setMyCommands", True), ("setWebhook", True),
    ("sendChatAction", True), ("sendMessage", message(TEXT)), ("editMessageText", message(TEXT)),
    ("answerCallbackQuery", True), ("sendPoll", message(TEXT, poll=POLL)), ("stopPoll", POLL), ("sendInvoice", message(TEXT)),
    ("answerPreCheckoutQuery", True), ("answerInlineQuery", True), ("deleteMessage", True),
]


class Session(AiohttpSession):
    """Sends each body in the form that the spec has chosen."""

    def build_form_data(self, bot, method):
        if method.__api_method__ in IN_PARTS:
            form = aiohttp.FormData(quote_fields=False, default_to_multipart=True)
            for it in super().build_form_data(bot, method)._fields:
                # Our fake reads JSON in a part that is called JSON; the library calls every part a text.
                is_json = it[2].startswith(("[", "{"))
                form.add_field(it[0]["name"], it[2], content_type="application/json" if is_json else None)
            return form
        members = method.model_dump(warnings=False).items()
        body = {name: self.prepare_value(value, bot, {}, _dumps_json=False) for name, value in members}
        return aiohttp.JsonPayload({name: value for name, value in body.items() if value is not None})


def tea_bot(problems):
    """A bot as one writes it with the library."""
    dispatcher, done = aiogram.Dispatcher(), []
    button = types.InlineKeyboardButton(text="Me!", callback_data="tea")
    markup = types.InlineKeyboardMarkup(inline_keyboard=[[button]])
    prices = [types.LabeledPrice(label="Tin", amount=90)]

    @dispatcher.startup()
    async def start(bot):
        done.append(await bot.set_my_commands([types.BotCommand(command="round", description=TEXT)]))

    @dispatcher.message(aiogram.F.text == "/round")
    async def round_(it, bot):
        done.append(await bot.send_chat_action(it.chat.id, "typing"))
        done.append((await it.answer(TEXT, reply_markup=markup)).text == TEXT)

    @dispatcher.callback_query()
    async def pressed(it):
        done.append((await it.message.edit_text(TEXT + it.data, reply_markup=markup)).chat.id == CHAT["id"])
        done.append(await it.answer())

    @dispatcher.message(aiogram.F.text == "/quiz")
    async def quiz(it, bot):
        sent = await it.answer_poll(TEXT, OPTIONS, type="quiz", correct_option_ids=[1], is_anonymous=False)
        done.append((await bot.stop_poll(it.chat.id, sent.message_id)).is_closed)

    @dispatcher.message(aiogram.F.text == "/buy")
    async def buy(it):
        sent = await it.answer_invoice(title="Tea", description=TEXT, payload="tin", currency="XTR", prices=prices)
        done.append(sent.message_id == 7)

    @dispatcher.pre_checkout_query()
    async def order(it):
        done.append(await it.answer(ok=it.total_amount == 90))

    @dispatcher.inline_query()
    async def inline(it):
        content = types.InputTextMessageContent(message_text=TEXT)
        article = types.InlineQueryResultArticle(id="1", title=it.query, input_message_content=content)
        done.append(await it.answer([article], cache_time=1))

    @dispatcher.message(aiogram.F.text == "/bye")
    async def bye(it):
        done.append(await it.delete())
        asyncio.create_task(dispatcher.stop_polling())

    @dispatcher.error()
    async def failed(it):
        problems.append(f"aiogram: {it.exception}")

    return dispatcher, done


async def they_call_us(ours, problems):
    """A bot of the library against our fake, and what our fake refuses though the library sends it."""
    server = TelegramAPIServer(base=ours.ask("serve")["url"] + "/{method}", file="")
    bot = aiogram.Bot(TOKEN, session=Session(api=server))
    dispatcher, done = tea_bot(problems)
    for name, result in RESULTS:
        ours.ask({"next": [name, result]})
    for number, update in enumerate(UPDATES):
        ours.ask({"next": ["getUpdates", [{"update_id": number, **update}]]})
    for _ in range(9):  # until polling has stopped
        ours.ask({"next": ["getUpdates", []]})
    await asyncio.wait_for(
        dispatcher.start_polling(bot, handle_signals=False, handle_as_tasks=False, close_bot_session=False), 60
    )
    await bot.set_webhook("https://tea.example/hook", secret_token="FAKE0SECRET", allowed_updates=["message"])
    received = ours.ask("received")
    for operation, refusal, body in received:
        if refusal:
            problems.append(f"our fake refuses {operation} of aiogram: {refusal}, {body}")
    missing = {"getUpdates", *(name for name, _ in RESULTS)} - {it[0] for it in received}
    if missing or done != [True] * 10:
        problems.append(f"aiogram did not call {missing}, or reads the answers as {done}")
    bare = types.InlineKeyboardMarkup(inline_keyboard=[[types.InlineKeyboardButton(text="a")]])
    refused = [
        ("correct_option_ids.required_if", lambda: bot.send_poll(5, TEXT, OPTIONS, type="quiz")),
        ("message_id.required_if", lambda: bot.edit_message_text(chat_id=5, text=TEXT)),
        ("error_message.required_if", lambda: bot.answer_pre_checkout_query("p", ok=False)),
        ("one-action", lambda: bot.send_message(5, TEXT, reply_markup=bare)),
    ]
    for rule, call in refused:
        try:
            await call()
            problems.append(f"our fake takes what breaks `{rule}`")
        except Exception as error:
            told = json.dumps(ours.ask("received"))
            if rule not in told:
                problems.append(f"what breaks `{rule}` fails by {error}, and our fake has {told}")
    await bot.session.close()
    return len({it[0] for it in received}), len(received) + len(refused)


async def we_notify_them(ours, problems):
    """An update of our fake for the webhook of the library, and one without the right secret."""
    bot, heard = aiogram.Bot(TOKEN), []
    dispatcher = aiogram.Dispatcher()
    dispatcher.message.register(lambda it: heard.append(it.text))
    made = ours.ask({"notify": {"update_id": 1, "message": message(TEXT)}})
    secret = next(value for name, value in made["headers"].items() if "secret" in name)
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, handle_in_background=False, secret_token=secret).register(app, "/hook")
    async with test_utils.TestClient(test_utils.TestServer(app)) as client:
        for headers, wanted in [(made["headers"], 200), ({**made["headers"], "x-telegram-bot-api-secret-token": "x"}, 401)]:
            async with client.post("/hook", data=made["body"].encode(), headers=headers) as answer:
                if answer.status != wanted:
                    problems.append(f"aiogram answers an update of ours with {answer.status}, expected {wanted}")
    if heard != [TEXT]:
        problems.append(f"aiogram hears {heard} in an update of ours")
    return 2


def we_call_them(ours, problems):
    """Our example at the mock, where a user talks with it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    mock = wechat.Ours(["node", ".ci/telegram/server.js", str(port)])
    server = json.loads(mock.process.stdout.readline() or sys.exit("error: the mock of the Bot API does not start"))
    no_quiz = "No quiz: `/correct_option_ids` is required when `type` is `quiz`."
    talk = [
        ({"say": "Hello"}, "I know /round and /quiz."), ({"say": "/round"}, "Who wants tea?"),
        ("press", "Who wants tea? Ann"), ("press", "Who wants tea?"), ({"say": "/quiz Which one? a, b"}, no_quiz),
    ]
    for said, wanted in talk:
        if said == "press":
            said = {"press": mock.ask("seen")[-1][0]}
        mock.ask(said)
        failed, seen = ours.ask({"turns": {**server, "count": 1}}), mock.ask("seen")
        if failed or not seen or seen[-1][1] != wanted:
            problems.append(f"after {said} the mock shows {seen}, expected {wanted}; our bot says {failed}")
    mock.close()
    return len(talk)


def main():
    logging.disable()
    ours, problems = wechat.Ours(OURS), []
    methods, calls = asyncio.run(they_call_us(ours, problems))
    notifications = asyncio.run(we_notify_them(ours, problems))
    talk = we_call_them(ours, problems)
    ours.close()
    for it in problems:
        print(f"error: {it}", file=sys.stderr)
    print(
        f"spec/telegram-bot: {calls} calls of {methods} methods by aiogram, {notifications} notifications, "
        f"{talk} turns of a talk at telegram-test-api, {len(problems)} problems"
    )
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
