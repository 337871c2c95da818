namespace cAlgo.API;

public interface Http
{
    HttpResponse Get(Uri uri);
    HttpResponse Get(string uri);
    void GetAsync(Uri uri, Action<HttpResponse> callback);
    void GetAsync(string uri, Action<HttpResponse> callback);
    HttpResponse Send(HttpRequest request);
    void SendAsync(HttpRequest request, Action<HttpResponse> callback);
}
