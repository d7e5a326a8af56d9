#!/usr/bin/python3
"""A relay of connections that behaves as badly as it is told: `exchange_relay.py LISTEN:TARGET…`, a word a line on standard input.

open: nothing is done to them. drop: nobody is let through. stall: connections stay and what is sent is lost. delay: each piece comes
late. reset: connections break in the middle of a piece. double: each connection is made twice, the second with the same bytes.
"""
import asyncio
import random
import sys

mode = "open"
writers = set()


async def pump(reader, targets, all_targets):
    try:
        while data := await reader.read(65536):
            if mode == "stall":
                continue
            if mode == "delay":
                await asyncio.sleep(random.uniform(0.05, 0.6))
            if mode == "reset" and random.random() < 0.2:
                targets[0].write(data[: len(data) // 2])
                break
            for target in targets:
                target.write(data)
            await targets[0].drain()
    except OSError:
        pass
    for target in all_targets:
        target.close()


async def swallow(reader):
    try:
        while await reader.read(65536):
            pass
    except OSError:
        pass


async def meet(port, reader, writer):
    if mode == "drop":
        writer.transport.abort()
        return
    if mode == "stall":
        writers.add(writer)
    try:
        there, onward = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        writer.transport.abort()
        return
    own = [writer, onward]
    targets = [onward]
    if mode == "double":
        try:
            second, twice = await asyncio.open_connection("127.0.0.1", port)
            targets.append(twice)
            own.append(twice)
            asyncio.create_task(swallow(second))
        except OSError:
            pass
    writers.update(own)
    await asyncio.gather(pump(reader, targets, own), pump(there, [writer], own))
    writers.difference_update(own)


async def main():
    global mode
    for pair in sys.argv[1:]:
        listen, target = map(int, pair.split(":"))
        await asyncio.start_server(lambda reader, writer, target=target: meet(target, reader, writer), "127.0.0.1", listen)
    words = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(words), sys.stdin)
    while word := await words.readline():
        mode = word.decode().strip()
        if mode == "drop":
            for writer in list(writers):
                writer.transport.abort()


asyncio.run(main())
